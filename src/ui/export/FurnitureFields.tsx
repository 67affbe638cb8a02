import { Checkbox } from "react-aria-components/Checkbox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { CORNERS, type Corner, type Furniture } from "../../export/furniture.ts";
import { useAppContext, useAppState, useTranslate } from "../AppContext.tsx";
import { Icon } from "../icons.tsx";
import type { PictureChoices } from "./pictureChoices.ts";

interface FieldsProps {
  choices: PictureChoices;
  onChange: (some: Partial<PictureChoices>) => void;
}

const PARTS = ["title", "caption", "sources", "illustrative"] as const;
const CARDS = ["legend", "scale", "north"] as const;

/** Title and subtitle of the map, and what stands on the picture and where. Credits stay: their licence demands them. */
export function FurnitureFields({ choices, onChange }: FieldsProps) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const title = useAppState((state) => state.content.title);
  const subtitle = useAppState((state) => state.content.subtitle ?? "");
  const { furniture } = choices;
  const set = (some: Partial<Furniture>) => onChange({ furniture: { ...furniture, ...some } });
  return (
    <fieldset className="system-choice">
      <legend className="eyebrow">{translate("export.furniture")}</legend>
      <TextField
        className="field"
        value={title}
        maxLength={300}
        onChange={(value) => {
          actions.setTitle(value);
          onChange({});
        }}
      >
        <Label>{translate("title")}</Label>
        <Input />
      </TextField>
      <TextField
        className="field"
        value={subtitle}
        maxLength={300}
        onChange={(value) => {
          actions.change((content) => ({ ...content, subtitle: value || undefined }), { action: "caption", name: value }, "subtitle");
          onChange({});
        }}
      >
        <Label>{translate("subtitle")}</Label>
        <Input />
      </TextField>
      {PARTS.map((part) => (
        <Checkbox key={part} className="checkbox" isSelected={furniture[part]} onChange={(on) => set({ [part]: on })}>
          <span className="checkbox-box">
            <Icon name="check" />
          </span>
          {translate(`furniture.${part}`)}
        </Checkbox>
      ))}
      {CARDS.map((card) => (
        <label key={card} className="choice">
          <span className="choice-label">{translate(`furniture.${card}`)}</span>
          <select className="select" value={furniture[card] ?? ""} onChange={(event) => set({ [card]: (event.target.value || null) as Corner | null })}>
            {CORNERS.map((corner) => (
              <option key={corner} value={corner}>
                {translate(`corner.${corner}`)}
              </option>
            ))}
            <option value="">{translate("corner.none")}</option>
          </select>
        </label>
      ))}
    </fieldset>
  );
}
