import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { buildScenarioFile } from "../../files/scenario.ts";
import { choicesOf } from "../../catalog/lookups.ts";
import { parseLinkHash } from "../../scenario/link.ts";
import { createLibrary, openLibraryStore } from "../../state/library.ts";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { hasOwn, putsAway } from "./putsAway.ts";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { problemInWords } from "../shell/Notices.tsx";

/** Opens a link's map at once where nothing would be put away for it, and asks first where something would. */
export default function LinkDialog({ hash, onClose }: { hash: string; onClose: () => void }) {
  const { catalog, store, actions } = useAppContext();
  const translate = useTranslate();
  const [parsed] = useState(() =>
    parseLinkHash(
      hash,
      choicesOf(catalog).map((choice) => choice.id),
    ),
  );
  const [failure, setFailure] = useState("");
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
    // Runs once, for the hash with which it was mounted.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  if (!asks) return null;
  const saveFirst = async () => {
    const mine = buildScenarioFile(toScenario(store.getState()), catalog);
    const saved = await createLibrary(openLibraryStore()).save(mine, mine.title || translate("library.untitled"));
    if (saved.ok) open();
    else setFailure(problemInWords(saved.problem, translate));
  };
  return (
    <AppDialog title={translate("linkOpen.title")} onClose={onClose}>
      <p>
        {translate("linkOpen.text", {
          title: scenario.title || translate("library.untitled"),
          count: scenario.launchPoints.length,
          own: own.launchPoints.length,
          systems: own.customSystems.length,
        })}
      </p>
      {failure !== "" && <p role="alert">{failure}</p>}
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>
          {translate("linkOpen.stay")}
        </Button>
        <Button className="button" onPress={open}>
          {translate("linkOpen.open")}
        </Button>
        <Button className="button primary" onPress={() => void saveFirst()}>
          {translate("linkOpen.saveFirst")}
        </Button>
      </div>
    </AppDialog>
  );
}
