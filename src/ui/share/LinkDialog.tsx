import { useEffect, useState } from "react";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import AskBeforeOpening from "./AskBeforeOpening.tsx";
import type { LinkReply } from "./linkWorker.ts";
import { hasOwn, putsAway } from "./putsAway.ts";
import { useLink } from "./useLink.ts";

/** Opens a link's map at once where nothing would be put away for it, and asks first where something would. */
export default function LinkDialog({ hash, onClose }: { hash: string; onClose: () => void }) {
  const parsed = useLink(hash);
  return parsed === undefined ? null : <ParsedLink parsed={parsed} onClose={onClose} />;
}

function ParsedLink({ parsed, onClose }: { parsed: LinkReply; onClose: () => void }) {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const scenario = parsed?.scenario;
  // As it was when the link came: what it puts in its place is not asked about again.
  const [own] = useState(() => store.getState().content);
  const asks = scenario !== undefined && putsAway(own, scenario);
  const open = () => {
    if (!scenario) return;
    actions.open(scenario);
    if (parsed && parsed.problems.length > 0) actions.reportProblems("open", parsed.problems);
    else if (hasOwn(own)) actions.notify({ kind: "info", code: "linkOpened" });
    onClose();
  };
  useEffect(() => {
    if (asks) return;
    if (scenario) open();
    else {
      if (parsed) actions.reportProblems("linkRefused", parsed.problems);
      onClose();
    }
    // Runs once, for the link with which it was mounted.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  if (!asks) return null;
  return (
    <AskBeforeOpening
      title={translate("linkOpen.title")}
      own={own}
      scenario={scenario}
      onOpen={open}
      onClose={onClose}
    />
  );
}
