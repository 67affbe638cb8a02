import "./import.css";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { addImported } from "../../input/import/addImported.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { ImportPreview } from "./ImportPreview.tsx";
import { ImportSource } from "./ImportSource.tsx";
import type { Brought } from "./useFileDrop.ts";
import { useImport } from "./useImport.ts";

interface ImportDialogProps {
  /** What was dropped or pasted onto the page, to be read at once. */
  brought?: Brought | undefined;
  onClose: () => void;
}

/** Brings launch points in from a file or a list: first what will come, then, when it is wanted, all of it as one step of undo. */
export default function ImportDialog({ brought, onClose }: ImportDialogProps) {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const { stage, read, reset } = useImport();
  const [list, setList] = useState("");
  const [isList, setIsList] = useState(false);
  const readFile = (file: File) => {
    setIsList(false);
    void read(file.name, file);
  };
  const readText = (text: string) => {
    setList(text);
    setIsList(true);
    void read(translate("import.list"), new Blob([text]));
  };
  useEffect(() => {
    if (!brought) return;
    if ("file" in brought) readFile(brought.file);
    else readText(brought.text);
    // Only what the dialog was opened with.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [brought]);
  return (
    <AppDialog title={translate("import.title")} size="wide" onClose={onClose}>
      {stage.at === "choosing" && (
        <>
          {stage.failure !== undefined && (
            <p className="import-failure" role="alert">
              {translate("import.failed", { detail: stage.failure })}
            </p>
          )}
          <ImportSource text={list} onTextChange={setList} onFile={readFile} onText={readText} />
        </>
      )}
      {stage.at === "reading" && (
        <>
          <ProgressBar className="import-progress" value={stage.share * 100}>
            {({ percentage, valueText }) => (
              <>
                <Label>{translate("import.reading", { name: stage.name })}</Label>
                <span>{valueText}</span>
                <progress max={100} value={percentage ?? 0} aria-hidden="true" />
              </>
            )}
          </ProgressBar>
          <div className="dialog-actions">
            <Button className="button" onPress={reset}>
              {translate("import.cancel")}
            </Button>
          </div>
        </>
      )}
      {stage.at === "preview" && (
        <ImportPreview
          name={stage.name}
          imported={stage.imported}
          context={stage.context}
          isList={isList}
          onBack={reset}
          onAdd={(imported) => {
            const { name } = stage;
            const { lastSystems } = store.getState();
            actions.change((content) => addImported(content, imported, lastSystems), { action: "import", name });
            onClose();
          }}
          onOpen={
            stage.imported.scenario &&
            (() => {
              if (stage.imported.scenario)
                actions.open(stage.imported.scenario, stage.imported.scenario.title || stage.name);
              onClose();
            })
          }
        />
      )}
    </AppDialog>
  );
}
