import { type FormEvent, useId, useState } from "react";
import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField } from "react-aria-components/TextField";
import { SYSTEM_KINDS } from "../../catalog/vocabulary.ts";
import { SPARE_COLORS } from "../../marks/palette.ts";
import { formatLengthRange } from "../../i18n/numbers.ts";
import type { CustomSystem } from "../../scenario/scenario.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { type CustomDraft, type DraftErrors, type DraftField, readDraft, toDraft } from "./customDraft.ts";

const KINDS = [...SYSTEM_KINDS, "other"] as const;

interface FieldProps {
  label: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  numeric?: boolean;
  maxLength: number;
  onChange: (value: string) => void;
}

function Field({ label, value, hint, error, numeric = false, maxLength, onChange }: FieldProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      maxLength={maxLength}
    >
      <Label>{label}</Label>
      <Input {...(numeric && { inputMode: "decimal" as const })} />
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

/** The draft of a new system. An empty colour means the suggested one, which differs for each system. */
const BLANK: CustomDraft = { name: "", min: "", max: "", kind: "cruise-missile", color: "", source: "" };

interface CustomFormProps {
  id: string;
  /** The system that is edited; absent for a new one. */
  before?: CustomSystem | undefined;
  /** The suggested colour of a new system. */
  color: string;
  onSave: (system: CustomSystem) => void;
  onCancel?: (() => void) | undefined;
}

/** The form for one custom system. Nothing is saved until all fields are valid. */
export function CustomForm({ id, before, color, onSave, onCancel }: CustomFormProps) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const [fields, setFields] = useState<CustomDraft>(() => (before ? toDraft(before, color, units, translate) : BLANK));
  const draft = { ...fields, color: fields.color || color };
  const [tried, setTried] = useState(false);
  const kindId = useId();
  const colorId = useId();
  const read = readDraft(draft, id, { units, translate, before });
  const errors: DraftErrors = tried && "errors" in read ? read.errors : {};
  const errorOf = (field: DraftField) => {
    const error = errors[field];
    return error && translate(error.id, error.values);
  };
  const set = (change: Partial<CustomDraft>) => setFields((was) => ({ ...was, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!("system" in read)) return;
    onSave(read.system);
    setTried(false);
    // The form stays open, so that the focus stays on its button.
    if (!before) setFields(BLANK);
  };
  const unit = translate(`units.${units}`);
  const preview = "system" in read ? formatLengthRange(translate.language, read.system.rangeKm, units) : undefined;
  return (
    <form className="custom-form" onSubmit={submit} noValidate>
      <h3>{before ? translate("custom.edit", { name: before.name }) : translate("custom.new")}</h3>
      <Field
        label={translate("name")}
        value={draft.name}
        maxLength={120}
        error={errorOf("name")}
        onChange={(name) => set({ name })}
      />
      <div className="field-pair">
        <Field
          label={translate("custom.min", { unit })}
          value={draft.min}
          numeric
          maxLength={20}
          error={errorOf("min")}
          onChange={(min) => set({ min })}
        />
        <Field
          label={translate("custom.max", { unit })}
          value={draft.max}
          numeric
          maxLength={20}
          hint={translate("custom.maxHint")}
          error={errorOf("max")}
          onChange={(max) => set({ max })}
        />
      </div>
      <div className="field-pair">
        <div className="field">
          <label htmlFor={kindId}>{translate("column.kind")}</label>
          <select
            id={kindId}
            className="select"
            value={draft.kind}
            onChange={(event) => set({ kind: KINDS.find((kind) => kind === event.target.value) ?? "other" })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {translate(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field" data-invalid={errors.color ? true : undefined}>
          <label htmlFor={colorId}>{translate("custom.color")}</label>
          <div className="custom-colors">
            {SPARE_COLORS.map((spare) => (
              <Button
                key={spare}
                className="custom-color"
                aria-label={spare}
                aria-pressed={draft.color === spare}
                style={{ backgroundColor: spare }}
                onPress={() => set({ color: spare })}
              />
            ))}
            <input
              id={colorId}
              type="color"
              value={draft.color}
              aria-invalid={errors.color !== undefined}
              aria-describedby={errors.color ? `${colorId}-error` : undefined}
              onChange={(event) => set({ color: event.target.value })}
            />
          </div>
          {errors.color && (
            <span id={`${colorId}-error`} className="react-aria-FieldError">
              {errorOf("color")}
            </span>
          )}
        </div>
      </div>
      <Field
        label={translate("custom.sourceLine")}
        value={draft.source}
        maxLength={500}
        hint={translate("custom.sourceHint")}
        onChange={(source) => set({ source })}
      />
      <div className="dialog-actions">
        <output className="status">
          {preview !== undefined && translate("custom.preview", { name: draft.name.trim(), range: preview })}
        </output>
        {onCancel && (
          <Button className="button" onPress={onCancel}>
            {translate("export.cancel")}
          </Button>
        )}
        <Button className="button primary" type="submit">
          {translate(before ? "custom.save" : "custom.add")}
        </Button>
      </div>
    </form>
  );
}
