import { useEffect } from "react";
import { changeInWords } from "../../files/figureChanges.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { loadCorrections } from "./loadCorrections.ts";

const CODES = ["stale", "staleSame", "staleUnknown"] as const;

interface StaleNoticeProps {
  /** The catalogue that the map was saved with. */
  version: string;
  onCorrections: () => void;
}

/** Puts the notice of an older catalogue among the others, and takes it away with the map that it is about. */
export default function StaleNotice({ version, onCorrections }: StaleNoticeProps) {
  const { catalog, store, actions } = useAppContext();
  const translate = useTranslate();
  useEffect(() => {
    let isGone = false;
    void loadCorrections(store.getState().content, catalog).then(({ changesIn, explain }) => {
      if (isGone) return;
      const changes = changesIn(translate);
      const values = { version };
      if (changes === undefined || changes.length === 0) {
        actions.notify({ kind: "info", code: changes ? "staleSame" : "staleUnknown", values });
        return;
      }
      const lines = changes.map((change) => changeInWords(change, explain(change.ref), translate));
      const choices = [
        { choice: "corrections", run: onCorrections },
        { choice: "leave", run: () => actions.acknowledgeChanges(catalog.version) },
      ];
      actions.notify({ kind: "info", code: "stale", values, lines, choices });
    });
    return () => {
      isGone = true;
      for (const code of CODES) actions.dismissCode(code);
    };
  }, [store, catalog, actions, version, translate, onCorrections]);
  return null;
}
