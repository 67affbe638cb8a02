import "./library.css";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { choicesOf } from "../../catalog/lookups.ts";
import { buildScenarioFile, toScenarioFile } from "../../files/scenario.ts";
import type { LibraryResult, SavedEntry } from "../../state/library.ts";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { problemInWords } from "../shell/problemInWords.ts";
import { saveFile, toFileName } from "../widgets/saveFile.ts";
import { LibraryRow, type LibraryRowActions } from "./LibraryRow.tsx";
import { useLibrary } from "./useLibrary.ts";

interface LibraryDialogProps {
  onClose: () => void;
  /** Opens the import with a file that the user chose. */
  onFile: (file: File) => void;
}

interface Said {
  text: string;
  undo?: () => Promise<LibraryResult<SavedEntry>>;
}

/** Maps kept in this browser, and files to keep them outside it. */
export default function LibraryDialog({ onClose, onFile }: LibraryDialogProps) {
  const { catalog, store, actions } = useAppContext();
  const translate = useTranslate();
  const { entries, problem, run } = useLibrary();
  const [name, setName] = useState(() => store.getState().content.title);
  const [said, setSaid] = useState<Said | null>(null);
  const current = () => buildScenarioFile(toScenario(store.getState()), catalog);
  const nameOf = (entry: SavedEntry) => entry.name || translate("library.untitled");

  const save = async (as: string, over?: SavedEntry) => {
    const saved = await run((library) => library.save(current(), as, over));
    setSaid(saved ? { text: translate("library.saved", { name: nameOf(saved) }) } : null);
  };
  const row: LibraryRowActions = {
    onOpen: async (entry) => {
      const ids = choicesOf(catalog).map((choice) => choice.id);
      const parsed = await run((library) => library.open(entry.id, ids));
      if (!parsed) return;
      if (parsed.scenario) actions.open(parsed.scenario, nameOf(entry));
      if (parsed.problems.length > 0) actions.reportProblems(parsed.scenario ? "open" : "refused", parsed.problems);
      onClose();
    },
    onRename: (entry, newName) => void run((library) => library.rename(entry.id, newName)),
    onSaveOver: (entry) => void save(entry.name, entry),
    onDuplicate: (entry) =>
      void run((library) => library.duplicate(entry.id, translate("library.copyOf", { name: nameOf(entry) }))),
    onDelete: async (entry) => {
      const removed = await run((library) => library.remove(entry.id));
      if (removed) setSaid({ text: translate("library.deleted", { name: nameOf(entry) }), undo: removed.undo });
    },
  };
  return (
    <AppDialog title={translate("library")} onClose={onClose}>
      <form
        className="library-save"
        onSubmit={(event) => {
          event.preventDefault();
          void save(name || translate("library.untitled"));
        }}
      >
        <TextField className="field" value={name} onChange={setName} maxLength={200}>
          <Label>{translate("library.name")}</Label>
          <Input />
        </TextField>
        <Button className="button primary" type="submit">
          {translate("library.save")}
        </Button>
      </form>
      {problem && (
        <p className="library-problem" role="alert">
          {problemInWords(problem, translate)}
        </p>
      )}
      <div className="library-said">
        <output className="status">{said?.text}</output>
        {said?.undo && (
          <Button
            className="link"
            onPress={() => {
              const { undo } = said;
              setSaid(null);
              if (undo) void run(undo);
            }}
          >
            {translate("library.undo")}
          </Button>
        )}
      </div>
      {entries?.length === 0 && <p className="hint">{translate("library.empty")}</p>}
      {entries && entries.length > 0 && (
        <ul className="library-list">
          {entries.map((entry) => (
            <LibraryRow key={entry.id} entry={entry} actions={row} />
          ))}
        </ul>
      )}
      <p className="hint">{translate("library.where")}</p>
      <div className="dialog-actions">
        <FileTrigger
          acceptedFileTypes={[".json", ".geojson", ".csv", ".tsv", ".kml", ".kmz", ".gpx"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) onFile(file);
          }}
        >
          <Button className="button">{translate("library.openFile")}</Button>
        </FileTrigger>
        <Button
          className="button"
          onPress={() => {
            const scenario = current();
            saveFile(
              new Blob([toScenarioFile(scenario, catalog)], { type: "application/json" }),
              `${toFileName(scenario.title)}.json`,
            );
          }}
        >
          {translate("library.saveFile")}
        </Button>
      </div>
    </AppDialog>
  );
}
