import "./desk.css";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { DeskCatalog } from "../../catalog/deskCatalog.ts";
import { isSameMap } from "../../scenario/isSameMap.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { saveFile, toFileName } from "../widgets/saveFile.ts";
import { useDesk } from "./useDesk.ts";
import { useDeskLibrary } from "./useDeskLibrary.ts";

/** Values of the choice that are no catalogue's: names begin with no space. */
const NONE = " none";
const CARRIED = " carried";

const saveCatalog = (catalog: DeskCatalog) =>
  saveFile(
    new Blob([`${JSON.stringify(catalog, null, 2)}\n`], { type: "application/json" }),
    `${toFileName(catalog.name)}.json`,
  );

/** Which newsroom's catalogue the map carries, of those that the browser keeps. */
export default function DeskSection({ onFile }: { onFile: (file: File) => void }) {
  const translate = useTranslate();
  const carried = useAppState((state) => state.content.deskCatalog);
  const putDesk = useDesk();
  const { kept, failure, run } = useDeskLibrary();
  const [deleted, setDeleted] = useState<DeskCatalog | null>(null);
  const same = kept.find((catalog) => isSameMap(catalog, carried));
  const choose = (value: string) => {
    if (value !== CARRIED) putDesk(kept.find(({ name }) => name === value));
  };
  const labelOf = ({ name, systems }: DeskCatalog) => translate("desk.count", { name, count: systems.length });
  return (
    <section className="desk" aria-labelledby="desk-heading">
      <h3 id="desk-heading">{translate("desk")}</h3>
      <p className="hint">{translate("desk.explain")}</p>
      {(kept.length > 0 || carried) && (
        <RadioGroup
          className="desk-list"
          value={carried === undefined ? NONE : (same?.name ?? CARRIED)}
          onChange={choose}
        >
          <Label>{translate("desk.inMap")}</Label>
          <Radio value={NONE} className="desk-choice">
            {translate("desk.none")}
          </Radio>
          {carried && !same && (
            <div className="desk-row">
              <Radio value={CARRIED} className="desk-choice">
                {labelOf(carried)}
              </Radio>
              <IconButton
                icon="folder"
                label={translate("desk.keep", { name: carried.name })}
                onPress={() => run((library) => library.keep(carried))}
              />
            </div>
          )}
          {kept.map((catalog) => (
            <div key={catalog.name} className="desk-row">
              <Radio value={catalog.name} className="desk-choice">
                {labelOf(catalog)}
              </Radio>
              <IconButton
                icon="file"
                label={`${translate("library.saveFile")}: ${catalog.name}`}
                onPress={() => saveCatalog(catalog)}
              />
              <IconButton
                icon="trash"
                label={translate("library.delete", { name: catalog.name })}
                onPress={() => {
                  setDeleted(catalog);
                  run((library) => library.remove(catalog.name));
                }}
              />
            </div>
          ))}
        </RadioGroup>
      )}
      <div className="desk-said">
        <output className="status">{deleted && translate("library.deleted", { name: deleted.name })}</output>
        {deleted && (
          <Button
            className="link"
            onPress={() => {
              setDeleted(null);
              run((library) => library.keep(deleted));
            }}
          >
            {translate("library.undo")}
          </Button>
        )}
      </div>
      {failure !== "" && <p role="alert">{translate("problem.storageFailed", { detail: failure })}</p>}
      <FileTrigger
        acceptedFileTypes={[".json"]}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) onFile(file);
        }}
      >
        <Button className="button">{translate("desk.open")}</Button>
      </FileTrigger>
    </section>
  );
}
