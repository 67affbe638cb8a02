import "./display.css";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { MAX_TITLE } from "../../scenario/limits.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";

/** Title of the map, as the exported picture has it. */
export function TitleField() {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const title = useAppState((state) => state.content.title);
  return (
    <TextField
      className="title-field"
      aria-label={translate("title")}
      value={title}
      onChange={(value) => actions.setTitle(value)}
      maxLength={MAX_TITLE}
    >
      <Input placeholder={translate("title.placeholder")} />
    </TextField>
  );
}
