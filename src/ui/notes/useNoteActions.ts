import { MOST_NOTES, type NoteField, type NoteKinds, isFullOf, putNote, removeNote } from "../../scenario/noteEdits.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { noteName } from "./noteName.ts";

/** Puts notes on the map and takes them off, each as one named step of undo. */
export function useNoteActions() {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const nameOf = <Field extends NoteField>(field: Field, note: NoteKinds[Field]) =>
    noteName(field, note, translate, store.getState().content.display.units);
  return {
    nameOf,
    /** Returns false where the map has no room for it, which is said. */
    put<Field extends NoteField>(field: Field, note: NoteKinds[Field]): boolean {
      const { content } = store.getState();
      const isNew = !content[field]?.some(({ id }) => id === note.id);
      if (isNew && isFullOf(content, field)) {
        actions.notify({ kind: "info", code: "limitNotes", values: { bound: MOST_NOTES[field] } });
        return false;
      }
      const edit = { action: isNew ? "noteAdd" : "noteChange", name: nameOf(field, note) } as const;
      actions.change((was) => putNote(was, field, note), edit);
      return true;
    },
    remove<Field extends NoteField>(field: Field, note: NoteKinds[Field]): void {
      actions.change((was) => removeNote(was, field, note.id), { action: "noteRemove", name: nameOf(field, note) });
    },
  };
}
