import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { FieldError } from "react-aria-components/FieldError";
import { TextField } from "react-aria-components/TextField";
import { useState } from "react";
import { EXPORT_FORMATS, type FormatId, TEXT_MODES, type TextMode } from "../../files/formats.ts";
import type { Theme } from "../../marks/inks.ts";
import { LANGUAGES, traitsOf } from "../../i18n/languages.ts";
import type { MessageId } from "../../i18n/messages.ts";
import type { Projection } from "../../scenario/scenario.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { PRINT_DPI, type Slot, SLOTS } from "../../picture/layout/slots.ts";
import { COMPOSITIONS } from "../../picture/layout/composition.ts";
import { MM_LIMITS, type PictureChoices, SIDE_LIMITS, toMm, toPixels } from "./pictureChoices.ts";

interface FieldsProps {
  choices: PictureChoices;
  onChange: (some: Partial<PictureChoices>) => void;
}

const THEMES = ["light", "dark", "print"] as const satisfies readonly Theme[];
const PROJECTIONS = ["auto", "mercator", "azimuthal-equidistant", "globe"] as const satisfies readonly (
  | Projection
  | "auto"
)[];

/** A labelled native select, which works well on phones and with screen readers. */
function Select<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select className="select wide" value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Printed sizes in millimetres, others in pixels. */
const sizeInWords = ({ medium, width, height }: Slot): string =>
  medium === "print" ? `${toMm(width)}×${toMm(height)} mm, ${PRINT_DPI} dpi` : `${width}×${height}`;

/** One side of a picture in pixels or millimetres. Invalid input stays in the field until it is corrected. */
function SideField({
  label,
  value,
  limits,
  onChange,
}: {
  label: string;
  value: number;
  limits: { min: number; max: number };
  onChange: (value: number) => void;
}) {
  const translate = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  const number = Number(draft ?? value);
  const isBad = !Number.isInteger(number) || number < limits.min || number > limits.max;
  return (
    <TextField
      className="field"
      value={draft ?? String(value)}
      isInvalid={isBad}
      onChange={(text) => {
        setDraft(text);
        const typed = Number(text);
        if (Number.isInteger(typed) && typed >= limits.min && typed <= limits.max) onChange(typed);
      }}
      onBlur={() => !isBad && setDraft(null)}
    >
      <Label>{label}</Label>
      <Input inputMode="numeric" />
      <FieldError>
        {translate("export.sideRange", {
          value: draft ?? "",
          min: String(limits.min),
          max: String(limits.max),
        })}
      </FieldError>
    </TextField>
  );
}

/** Format, size, theme, language, projection and the kind of text of a picture. */
export function PictureFields({ choices, isData, onChange }: FieldsProps & { isData: boolean }) {
  const translate = useTranslate();
  const isVector = choices.format === "svg" || choices.format === "pdf";
  return (
    <>
      <Select
        label={translate("export.format")}
        value={choices.format}
        options={EXPORT_FORMATS.map((format) => [format.id, translate(format.label)] as const)}
        onChange={(format: FormatId) => onChange({ format })}
      />
      {!isData && (
        <>
          <Select
            label={translate("export.size")}
            value={choices.sizeId}
            options={[
              ...SLOTS.map(
                (slot) => [slot.id as string, `${translate(`export.size.${slot.id}`)} · ${sizeInWords(slot)}`] as const,
              ),
              ["own", translate("export.size.own")] as const,
              ["own-mm", translate("export.size.own-mm")] as const,
            ]}
            onChange={(sizeId) => {
              const slot = SLOTS.find((item) => item.id === sizeId);
              onChange({ sizeId, ...(slot && { width: slot.width, height: slot.height }) });
            }}
          />
          {choices.sizeId === "own" && (
            <div className="field-pair">
              <SideField
                label={translate("export.width")}
                value={choices.width}
                limits={SIDE_LIMITS}
                onChange={(width) => onChange({ width })}
              />
              <SideField
                label={translate("export.height")}
                value={choices.height}
                limits={SIDE_LIMITS}
                onChange={(height) => onChange({ height })}
              />
            </div>
          )}
          {choices.sizeId === "own-mm" && (
            <div className="field-pair">
              <SideField
                label={translate("export.widthMm")}
                value={toMm(choices.width)}
                limits={MM_LIMITS}
                onChange={(mm) => onChange({ width: toPixels(mm) })}
              />
              <SideField
                label={translate("export.heightMm")}
                value={toMm(choices.height)}
                limits={MM_LIMITS}
                onChange={(mm) => onChange({ height: toPixels(mm) })}
              />
            </div>
          )}
          <Select
            label={translate("export.composition")}
            value={choices.composition}
            options={(["auto", ...COMPOSITIONS] as const).map(
              (composition) => [composition, translate(`export.composition.${composition}`)] as const,
            )}
            onChange={(composition) => onChange({ composition })}
          />
          <div className="field-pair">
            <Select
              label={translate("export.theme")}
              value={choices.theme}
              options={THEMES.map((theme) => [theme, translate(`export.theme.${theme}`)] as const)}
              onChange={(theme) => onChange({ theme })}
            />
            <Select
              label={translate("projection")}
              value={choices.projection}
              options={PROJECTIONS.map((projection) => [projection, translate(`projection.${projection}`)] as const)}
              onChange={(projection) => onChange({ projection })}
            />
          </div>
        </>
      )}
      <Select
        label={translate("language")}
        value={choices.language}
        options={LANGUAGES.map((language) => [language, traitsOf(language).name] as const)}
        onChange={(language) => onChange({ language })}
      />
      {isVector && (
        <Select
          label={translate("export.text")}
          value={choices.text}
          options={TEXT_MODES.map((mode) => [mode, translate(`export.text.${mode}` as MessageId)] as const)}
          onChange={(text: TextMode) => onChange({ text })}
        />
      )}
    </>
  );
}
