import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { choicesOf } from "../../catalog/lookups.ts";
import type { ScenarioContent } from "../../scenario/edits.ts";
import { parseLinkHash } from "../../scenario/link.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { createLibrary, openLibraryStore } from "../../state/library.ts";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { problemInWords } from "../shell/Notices.tsx";

/** Whether a link holds the very map that is open, as after a reload of its address. */
function sameContent(scenario: Scenario, content: ScenarioContent): boolean {
  const essence = ({ title, launchPoints, customSystems }: ScenarioContent) =>
    JSON.stringify([title, launchPoints, customSystems]);
  return essence(scenario) === essence(content);
}

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
  const own = store.getState().content.launchPoints.length;
  const asks = scenario !== undefined && own > 0 && !sameContent(scenario, store.getState().content);
  const open = () => {
    if (!scenario) return;
    actions.open(scenario);
    if (parsed && parsed.problems.length > 0) actions.tellProblems("open", parsed.problems);
    else if (own > 0) actions.notify({ kind: "info", code: "linkOpened" });
    onClose();
  };
  useEffect(() => {
    if (asks) return;
    if (scenario) open();
    else {
      if (parsed) actions.tellProblems("linkRefused", parsed.problems);
      onClose();
    }
    // Once, for the hash that it was made with.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  if (!asks) return null;
  const saveFirst = async () => {
    const mine = toScenario(store.getState());
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
          own,
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
