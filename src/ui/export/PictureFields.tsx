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
import { type PictureChoices, SIDE_LIMITS, type SizeId, SIZES } from "./pictureChoices.ts";

interface FieldsProps {
  choices: PictureChoices;
  onChange: (some: Partial<PictureChoices>) => void;
}

const THEMES = ["light", "dark", "print"] as const satisfies readonly Theme[];
const PROJECTIONS = ["mercator", "globe", "azimuthal-equidistant"] as const satisfies readonly Projection[];

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

/** One side of a picture in pixels. Invalid input stays in the field until it is corrected. */
function SideField({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  const number = Number(draft ?? value);
  const isBad = !Number.isInteger(number) || number < SIDE_LIMITS.min || number > SIDE_LIMITS.max;
  return (
    <TextField
      className="field"
      value={draft ?? String(value)}
      isInvalid={isBad}
      onChange={(text) => {
        setDraft(text);
        const typed = Number(text);
        if (Number.isInteger(typed) && typed >= SIDE_LIMITS.min && typed <= SIDE_LIMITS.max) onChange(typed);
      }}
      onBlur={() => !isBad && setDraft(null)}
    >
      <Label>{label}</Label>
      <Input inputMode="numeric" />
      <FieldError>
        {translate("export.sideRange", {
          value: draft ?? "",
          min: String(SIDE_LIMITS.min),
          max: String(SIDE_LIMITS.max),
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
            value={choices.sizeId as SizeId}
            options={[
              ...SIZES.map(
                (size) => [size.id, `${translate(`export.size.${size.id}`)} · ${size.width}×${size.height}`] as const,
              ),
              ["own", translate("export.size.own")] as const,
            ]}
            onChange={(sizeId) => {
              const size = SIZES.find((item) => item.id === sizeId);
              onChange({ sizeId, ...(size && { width: size.width, height: size.height }) });
            }}
          />
          {choices.sizeId === "own" && (
            <div className="field-pair">
              <SideField
                label={translate("export.width")}
                value={choices.width}
                onChange={(width) => onChange({ width })}
              />
              <SideField
                label={translate("export.height")}
                value={choices.height}
                onChange={(height) => onChange({ height })}
              />
            </div>
          )}
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
