import { useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField } from "react-aria-components/TextField";
import { labelProperties, toContextFeatures } from "../../input/import/layerFeatures.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { MAX_CREDIT, MAX_LAYER_NAME } from "../../scenario/limits.ts";
import { DASHES } from "../../scenario/notes.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { problemInWords } from "../shell/problemInWords.ts";
import { Choice } from "../widgets/Choice.tsx";
import { Icon } from "../widgets/icons.tsx";
import { FormActions } from "./FormActions.tsx";
import type { NoteFormProps } from "./noteForm.ts";
import { useLayerFile } from "./useLayerFile.ts";

const ENDINGS = [".geojson", ".json", ".kml", ".kmz", ".gpx"];
const WIDTHS = [0.5, 1, 1.5, 2, 3, 4] as const;
const PROBLEMS_SHOWN = 5;
const FIRST_COLOR = "#5b6470";

const withoutEnding = (name: string): string => name.replace(/\.[a-z]+$/i, "");

/** A file, and how its features are drawn, labelled and credited. */
export function ContextLayerForm({ id, before, onSave, onCancel }: NoteFormProps<"contextLayers">) {
  const translate = useTranslate();
  const { file, read } = useLayerFile();
  const [name, setName] = useState(before?.name);
  const [credit, setCredit] = useState(before?.credit ?? "");
  const [color, setColor] = useState(before?.color ?? FIRST_COLOR);
  const [width, setWidth] = useState(before?.width ?? 1);
  const [dash, setDash] = useState(before?.dash ?? "solid");
  const [label, setLabel] = useState(before?.labelProperty ?? "");
  const drafts = file.at === "read" ? file.imported.drafts : undefined;
  const known = before?.labelProperty ?? (before?.features.some((feature) => feature.label) ? "" : undefined);
  const properties = useMemo(
    () => (drafts ? labelProperties(drafts) : known === undefined || known === "" ? [] : [known]),
    [drafts, known],
  );
  const labelProperty = properties.includes(label) ? label : "";
  const shownName = name ?? (file.at === "read" ? withoutEnding(file.name) : "");
  const count = drafts?.length ?? before?.features.length ?? 0;
  const problems = file.at === "read" ? file.imported.problems : [];
  const save = () => {
    const features = drafts ? toContextFeatures(drafts, labelProperty) : before?.features;
    if (!features) return;
    onSave({
      id,
      name: shownName.trim(),
      credit: credit.trim(),
      color,
      width,
      dash,
      ...(labelProperty !== "" && { labelProperty }),
      features,
    });
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FileTrigger acceptedFileTypes={ENDINGS} onSelect={(files) => files?.[0] && void read(files[0])}>
        <Button className="button">
          <Icon name="file" />
          {translate("notes.file")}
        </Button>
      </FileTrigger>
      <output className="hint">
        {file.at === "reading"
          ? `${translate("import.reading", { name: file.name })} ${Math.round(file.share * 100)} %`
          : count > 0 &&
            [file.at === "read" ? file.name : "", translate("notes.features", { count })].filter(Boolean).join(": ")}
      </output>
      {file.at === "none" && file.failure !== undefined && (
        <p className="status" data-error role="alert">
          {translate("import.failed", { detail: file.failure })}
        </p>
      )}
      {file.at === "read" && problems.length > 0 && (
        <details className="hint">
          <summary>{translate("import.leftOut", { count: file.imported.problemCount })}</summary>
          <ul>
            {problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
              <li key={`${problem.row}:${problem.path}:${problem.code}`}>{problemInWords(problem, translate)}</li>
            ))}
          </ul>
        </details>
      )}
      {count > 0 && (
        <>
          <TextField className="field" value={shownName} onChange={setName} maxLength={MAX_LAYER_NAME}>
            <Label>{translate("notes.legend")}</Label>
            <Input />
          </TextField>
          <TextField className="field" value={credit} onChange={setCredit} maxLength={MAX_CREDIT}>
            <Label>{translate("notes.credit")}</Label>
            <Input />
            <Text slot="description" className="hint">
              {translate("notes.creditHint")}
            </Text>
          </TextField>
          <div className="field-pair">
            <label className="field">
              <span>{translate("custom.color")}</span>
              <input type="color" value={color} onChange={(event) => setColor(event.target.value)} />
            </label>
            <label className="field">
              <span>{translate("notes.width")}</span>
              <select className="select" value={width} onChange={(event) => setWidth(Number(event.target.value))}>
                {[...new Set([...WIDTHS, width])].map((pixels) => (
                  <option key={pixels} value={pixels}>
                    {formatNumber(translate.language, pixels, 2)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Choice
            label={translate("notes.dash")}
            options={DASHES}
            value={dash}
            nameOf={(option) => translate(`notes.${option}`)}
            onChange={setDash}
          />
          <label className="field">
            <span>{translate("notes.labels")}</span>
            <select className="select wide" value={labelProperty} onChange={(event) => setLabel(event.target.value)}>
              <option value="">{translate("notes.labelsNone")}</option>
              {properties.map((property) => (
                <option key={property} value={property}>
                  {property}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <FormActions isEdit={before !== undefined} isComplete={count > 0} onCancel={onCancel} />
    </form>
  );
}
