import type { NoteField, NoteKinds } from "../../scenario/noteEdits.ts";

/** What the form of each kind of note is given. */
export interface NoteFormProps<Field extends NoteField> {
  /** The id of the note. */
  id: string;
  /** The note that is edited; absent for a new one. */
  before: NoteKinds[Field] | undefined;
  onSave: (note: NoteKinds[Field]) => void;
  onCancel: () => void;
}
