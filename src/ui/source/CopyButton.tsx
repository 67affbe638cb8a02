import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { MessageId } from "../../i18n/messages.ts";
import { useTranslate } from "../shell/AppContext.tsx";

interface CopyButtonProps {
  text: string;
  label: MessageId;
  /** What a screen reader says in place of the label, which may be too short for it. */
  name?: string;
}

/** Copies a text, and says so until it is pressed again. */
export function CopyButton({ text, label, name }: CopyButtonProps) {
  const translate = useTranslate();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // A browser without a clipboard: the label stays, so that nobody believes it copied.
      setCopied(false);
    }
  };
  return (
    <Button className="button small" aria-label={copied ? undefined : name} onPress={() => void copy()}>
      {translate(copied ? "source.copied" : label)}
    </Button>
  );
}
