import "./desk.css";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components/Button";
import type { Imported } from "../../input/import/imported.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { ImportProblems } from "../import/ImportProblems.tsx";
import { useDesk } from "./useDesk.ts";

interface DeskPreviewProps {
  /** Of the file. */
  name: string;
  imported: Imported;
  onBack: () => void;
  onClose: () => void;
}

/** What a newsroom's catalogue holds before it is used, or everything that is wrong with it. */
export function DeskPreview({ name, imported, onBack, onClose }: DeskPreviewProps) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const before = useAppState((state) => state.content.deskCatalog);
  const putDesk = useDesk();
  const summary = useRef<HTMLOutputElement>(null);
  // The button that was pressed is gone: whoever reads by ear goes on from the summary.
  useEffect(() => summary.current?.focus(), []);
  const { deskCatalog: catalog } = imported;
  const keep = async () => {
    if (!catalog) return;
    putDesk(catalog);
    actions.notify({ kind: "info", code: "deskChosen", values: { name: catalog.name } });
    onClose();
    try {
      const { createDeskLibrary, openDeskStore } = await import("../../state/deskLibrary.ts");
      await createDeskLibrary(openDeskStore()).keep(catalog);
    } catch {
      actions.notify({ kind: "error", code: "storage" });
    }
  };
  return (
    <>
      <output ref={summary} className="import-summary" tabIndex={-1}>
        <strong>{name}</strong>{" "}
        {catalog
          ? translate("desk.count", { name: catalog.name, count: catalog.systems.length })
          : translate("notice.refused")}
      </output>
      <ImportProblems imported={imported} />
      {catalog && (
        // A list that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className="desk-systems" aria-label={catalog.name} tabIndex={0}>
          {catalog.systems.map(({ id, names, figures }) => (
            <li key={id}>
              {names[translate.language]}{" "}
              <span className="hint">· {translate("source.count", { count: figures.length })}</span>
            </li>
          ))}
        </ul>
      )}
      {catalog && before && <p>{translate("desk.replaces", { name: before.name })}</p>}
      <div className="dialog-actions">
        <Button className="button" onPress={onBack}>
          {translate("import.back")}
        </Button>
        <Button className="button primary" isDisabled={!catalog} onPress={() => void keep()}>
          {translate("desk.use")}
        </Button>
      </div>
    </>
  );
}
