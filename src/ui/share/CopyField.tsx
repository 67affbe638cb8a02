import { useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { copyText } from "./copyText.ts";

interface CopyFieldProps {
  label: string;
  hint: string;
  value: string;
  copyLabel: string;
}

/** A read-only text with a button that copies it. */
export function CopyField({ label, hint, value, copyLabel }: CopyFieldProps) {
  const translate = useTranslate();
  const area = useRef<HTMLTextAreaElement>(null);
  // Remembers which text was copied, because a changed text has not been copied yet.
  const [done, setDone] = useState<{ value: string; copied: boolean } | null>(null);
  const copy = async () => {
    const copied = await copyText(value);
    if (!copied) area.current?.select();
    setDone({ value, copied });
  };
  return (
    <div className="copy-field">
      <TextField className="field" value={value} isReadOnly>
        <Label>{label}</Label>
        <TextArea ref={area} rows={3} spellCheck={false} onFocus={(event) => event.currentTarget.select()} />
        <Text slot="description" className="hint">
          {hint}
        </Text>
      </TextField>
      <div className="dialog-actions">
        <output className="status">
          {done?.value === value && translate(done.copied ? "share.copied" : "share.copyFailed")}
        </output>
        <Button className="button" onPress={() => void copy()}>
          <Icon name="copy" />
          {copyLabel}
        </Button>
      </div>
    </div>
  );
}
