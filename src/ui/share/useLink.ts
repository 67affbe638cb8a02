import { useEffect, useState } from "react";
import { choicesOf } from "../../catalog/lookups.ts";
import { openLinkHash } from "../../scenario/link.ts";
import type { ParsedScenario } from "../../scenario/parseScenario.ts";
import { useAppParts } from "../shell/AppContext.tsx";

/** What a link's hash holds: undefined until it has been read, null where it holds no scenario. */
export function useLink(hash: string): ParsedScenario | null | undefined {
  const { catalog } = useAppParts();
  const [parsed, setParsed] = useState<ParsedScenario | null>();
  useEffect(() => {
    let isWanted = true;
    const systemIds = choicesOf(catalog).map((choice) => choice.id);
    void openLinkHash(hash, systemIds).then((read) => {
      if (isWanted) setParsed(read);
    });
    return () => {
      isWanted = false;
    };
  }, [hash, catalog]);
  return parsed;
}
