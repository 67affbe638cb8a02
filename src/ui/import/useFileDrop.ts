import { useEffect } from "react";

/** What a user brings to the page: a file let go over it, or text pasted onto it. */
export type Brought = { file: File } | { text: string };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[role=dialog]") !== null;

/** A file dropped anywhere on the page, or files or text pasted outside a field, are brought in; a dialog looks after its own. */
export function useFileDrop(onBring: (brought: Brought) => void): void {
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      // Without this the browser would leave the page for the file.
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      if (!inDialog(event.target)) onBring({ file });
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || inDialog(event.target)) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file) onBring({ file });
      else if (text.trim() !== "") onBring({ text });
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("drop", onDrop);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("drop", onDrop);
      window.removeEventListener("paste", onPaste);
    };
  }, [onBring]);
}
