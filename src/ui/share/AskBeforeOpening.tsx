import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { buildScenarioFile } from "../../files/scenario.ts";
import type { ScenarioContent } from "../../scenario/edits.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { createLibrary, openLibraryStore } from "../../state/library.ts";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { problemInWords } from "../shell/problemInWords.ts";
import { AppDialog } from "../widgets/AppDialog.tsx";

interface AskBeforeOpeningProps {
  title: string;
  /** The user's map, which would be put away. */
  own: ScenarioContent;
  scenario: Scenario;
  onOpen: () => void;
  onClose: () => void;
}

/** Asks whether another map may take the place of the user's own, which can be saved first. */
export default function AskBeforeOpening({ title, own, scenario, onOpen, onClose }: AskBeforeOpeningProps) {
  const { store, catalog } = useAppContext();
  const translate = useTranslate();
  const [failure, setFailure] = useState("");
  const saveFirst = async () => {
    const mine = buildScenarioFile(toScenario(store.getState()), catalog);
    const saved = await createLibrary(openLibraryStore()).save(mine, mine.title || translate("library.untitled"));
    if (saved.ok) onOpen();
    else setFailure(problemInWords(saved.problem, translate));
  };
  return (
    <AppDialog title={title} onClose={onClose}>
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
        <Button className="button" onPress={onOpen}>
          {translate("linkOpen.open")}
        </Button>
        <Button className="button primary" onPress={() => void saveFirst()}>
          {translate("linkOpen.saveFirst")}
        </Button>
      </div>
    </AppDialog>
  );
}
