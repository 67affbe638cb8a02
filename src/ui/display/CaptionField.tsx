import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { MAX_CAPTION } from "../../scenario/limits.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";

/**
 * The caption of the picture: generated from the map until the user edits it.
 *
 * @param automatic the generated caption, if the picture's language differs from the page's
 */
export default function CaptionField({ automatic }: { automatic?: string | undefined }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const drawn = useFigureState((state) => state.figure.caption);
  const isEdited = useAppState((state) => state.content.caption !== undefined);
  const caption = isEdited ? drawn : (automatic ?? drawn);
  const edit = { action: "caption", name: "" } as const;
  const reset = () => actions.change(({ caption: _caption, ...content }) => content, edit);
  return (
    <div className="caption-field">
      <TextField
        className="field"
        value={caption}
        maxLength={MAX_CAPTION}
        onChange={(text) => actions.change((content) => ({ ...content, caption: text }), edit, "caption")}
      >
        <Label>{translate("caption")}</Label>
        <TextArea rows={4} placeholder={translate("caption.placeholder")} />
        <Text slot="description" className="hint">
          {translate(isEdited ? "caption.edited" : "caption.automatic")}
        </Text>
      </TextField>
      {isEdited && (
        <Button className="link" onPress={reset}>
          {translate("caption.reset")}
        </Button>
      )}
    </div>
  );
}
