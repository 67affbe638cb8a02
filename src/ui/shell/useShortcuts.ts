import { useEffect } from "react";
import { useAppContext } from "./AppContext.tsx";

/** The actions of letter keys, performed by the page that owns the dialogs. */
export interface LetterActions {
  help(): void;
  search(): void;
  add(): void;
  compare(): void;
  export(): void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=color]), textarea, select"));

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[role=dialog], [role=menu]") !== null;

/** Keys that work anywhere on the page, except where text is being typed. Letters can be turned off, as WCAG 2.1.4 asks. */
export function useShortcuts(letters: LetterActions): void {
  const { store, actions } = useAppContext();
  useEffect(() => {
    const withCommand = (event: KeyboardEvent): boolean => {
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) actions.undo();
      else if ((key === "z" && event.shiftKey) || key === "y") actions.redo();
      else return false;
      return true;
    };
    const withLetter = (event: KeyboardEvent): boolean => {
      const run: Record<string, () => void> = {
        "?": letters.help,
        "/": letters.search,
        a: letters.add,
        c: letters.compare,
        e: letters.export,
        l: () => actions.setTool("line"),
        r: () => actions.setTool("area"),
        m: () => actions.setTool("measure"),
        p: () => actions.setTool("place"),
      };
      const action = run[event.key.toLowerCase()];
      if (!action || (event.key !== "?" && !store.getState().letterKeys)) return false;
      action();
      return true;
    };
    // A field with suggestions forwards its keys to the list, so the event's target is the list while the field has the focus.
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.defaultPrevented || isTyping(event.target) || isTyping(document.activeElement)) return;
      if (event.key === "Escape" && !inDialog(event.target)) actions.setTool("place");
      const done = event.ctrlKey || event.metaKey ? withCommand(event) : !inDialog(event.target) && withLetter(event);
      if (done) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
