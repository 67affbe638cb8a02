import { useEffect, useState } from "react";
import { choicesOf } from "../../catalog/lookups.ts";
import { useAppParts } from "../shell/AppContext.tsx";
import type { LinkReply } from "./linkWorker.ts";
import { parseLink } from "./parseLink.ts";

/** What a link holds: undefined while it is being read, null if it holds no map. A link that could not be read for want of a worker says so, with another try. */
export function useLink(hash: string): LinkReply | undefined {
  const { catalog, actions } = useAppParts();
  const [parsed, setParsed] = useState<LinkReply | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    const systemIds = choicesOf(catalog).map((choice) => choice.id);
    const read = () => {
      parseLink(hash, systemIds).then(
        (reply) => {
          if (wanted) setParsed(reply);
        },
        (error: unknown) => {
          if (wanted) actions.reportFailedPart(error, read);
        },
      );
    };
    read();
    return () => {
      wanted = false;
    };
  }, [hash, catalog, actions]);
  return parsed;
}
