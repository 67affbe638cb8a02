import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField } from "react-aria-components/TextField";
import { MAX_TITLE } from "../../scenario/limits.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import CaptionField from "../display/CaptionField.tsx";

/** Title, subtitle and caption of the map, as the picture has them. */
export function WordFields({ automaticCaption }: { automaticCaption: string | undefined }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const title = useAppState((state) => state.content.title);
  const subtitle = useAppState((state) => state.content.subtitle ?? "");
  const setSubtitle = (value: string) =>
    actions.change(
      (content) => ({ ...content, subtitle: value || undefined }),
      { action: "caption", name: value },
      "subtitle",
    );
  return (
    <fieldset className="system-choice">
      <legend className="eyebrow">{translate("export.words")}</legend>
      <TextField className="field" value={title} maxLength={MAX_TITLE} onChange={(value) => actions.setTitle(value)}>
        <Label>{translate("title")}</Label>
        <Input />
      </TextField>
      <TextField className="field" value={subtitle} maxLength={MAX_TITLE} onChange={setSubtitle}>
        <Label>{translate("subtitle")}</Label>
        <Input />
      </TextField>
      <CaptionField automatic={automaticCaption} />
    </fieldset>
  );
}
