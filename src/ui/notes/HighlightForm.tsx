import { useEffect, useState } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { countryName } from "../../i18n/countryNames.ts";
import { TINT_LOOKS } from "../../marks/tints.ts";
import { MAX_LAYER_NAME } from "../../scenario/limits.ts";
import { TINTS } from "../../scenario/notes.ts";
import { loadWorld } from "../../state/loadWorld.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { Choice } from "../widgets/Choice.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { Swatch } from "../widgets/Swatch.tsx";
import { FormActions } from "./FormActions.tsx";
import type { NoteFormProps } from "./noteForm.ts";

/** Countries, their tint, and what the legend calls them. */
export function HighlightForm({ id, before, onSave, onCancel }: NoteFormProps<"highlights">) {
  const translate = useTranslate();
  const { language } = translate;
  const [codes, setCodes] = useState<string[]>([]);
  const [failure, setFailure] = useState("");
  const [countries, setCountries] = useState(before?.countries ?? []);
  const [tint, setTint] = useState(before?.tint ?? "sand");
  const [highlightLabel, setLabel] = useState(before?.highlightLabel ?? "");
  useEffect(() => {
    loadWorld().then(
      (world) => setCodes(world.countries.codes),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  const choices = codes
    .flatMap((code) => (countries.includes(code) ? [] : [{ code, name: countryName(code, language) }]))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const { inks, opacity } = TINT_LOOKS[tint];
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (countries.length > 0) onSave({ id, countries, tint, highlightLabel: highlightLabel.trim() });
      }}
    >
      {failure !== "" && <p role="alert">{translate("notice.map", { detail: failure })}</p>}
      <label className="field">
        <span>{translate("notes.countryAdd")}</span>
        <select
          className="select wide"
          value=""
          disabled={codes.length === 0}
          onChange={(event) => setCountries([...countries, event.target.value])}
        >
          <option value="">–</option>
          {choices.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {countries.length > 0 && (
        <ul className="note-countries" aria-label={translate("notes.kind.highlights")}>
          {countries.map((code) => {
            const name = countryName(code, language);
            return (
              <li key={code}>
                {name}
                <IconButton
                  icon="close"
                  label={translate("notes.countryRemove", { name })}
                  onPress={() => setCountries(countries.filter((other) => other !== code))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <Choice
        label={translate("notes.tint")}
        options={TINTS}
        value={tint}
        nameOf={(option) => translate(`notes.${option}`)}
        onChange={setTint}
      />
      <TextField className="field" value={highlightLabel} onChange={setLabel} maxLength={MAX_LAYER_NAME}>
        <Label>
          <Swatch swatch={{ line: "fill", inks, fillOpacity: opacity }} /> {translate("notes.legend")}
        </Label>
        <Input />
      </TextField>
      <FormActions isEdit={before !== undefined} isComplete={countries.length > 0} onCancel={onCancel} />
    </form>
  );
}
