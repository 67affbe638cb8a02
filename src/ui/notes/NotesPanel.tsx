import "./notes.css";
import { type ComponentType, useState } from "react";
import { Button } from "react-aria-components/Button";
import { nextId } from "../../scenario/edits.ts";
import type { NoteField, NoteKinds } from "../../scenario/noteEdits.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { Icon, type IconName } from "../widgets/icons.tsx";
import { AnnotationForm } from "./AnnotationForm.tsx";
import { ContextLayerForm } from "./ContextLayerForm.tsx";
import { DistanceLineForm } from "./DistanceLineForm.tsx";
import { HighlightForm } from "./HighlightForm.tsx";
import type { NoteFormProps } from "./noteForm.ts";
import { useNoteActions } from "./useNoteActions.ts";

interface NoteType<Field extends NoteField> {
  icon: IconName;
  /** The first letter of its ids. */
  prefix: string;
  Form: ComponentType<NoteFormProps<Field>>;
}

const TYPES: { [Field in NoteField]: NoteType<Field> } = {
  distanceLines: { icon: "measure", prefix: "d", Form: DistanceLineForm },
  highlights: { icon: "country", prefix: "h", Form: HighlightForm },
  annotations: { icon: "edit", prefix: "a", Form: AnnotationForm },
  contextLayers: { icon: "area", prefix: "c", Form: ContextLayerForm },
};
const FIELDS = Object.keys(TYPES) as NoteField[];

interface GroupProps<Field extends NoteField> {
  field: Field;
  /** The id of the note whose form is open; a new one's is not in the list yet. */
  editing: string | undefined;
  onEdit: (id: string | undefined) => void;
}

/** The notes of one kind, and the form of the one that is edited or added. */
function NoteGroup<Field extends NoteField>({ field, editing, onEdit }: GroupProps<Field>) {
  const translate = useTranslate();
  const { nameOf, put, remove } = useNoteActions();
  const notes = useAppState((state) => state.content[field]) as NoteKinds[Field][] | undefined;
  const { icon, Form } = TYPES[field] as NoteType<Field>;
  const before = notes?.find(({ id }) => id === editing);
  return (
    <>
      {notes && (
        <ul className="notes-list" aria-label={translate(`data.${DATA_KINDS[field]}`)}>
          {notes.map((note) => {
            const name = nameOf(field, note);
            return (
              <li key={note.id}>
                <Icon name={icon} />
                <span className="note-name">{name}</span>
                <IconButton
                  icon="edit"
                  label={translate("menu.edit", { name })}
                  onPress={() => onEdit(editing === note.id ? undefined : note.id)}
                />
                <IconButton
                  icon="trash"
                  label={translate("custom.remove", { name })}
                  onPress={() => {
                    remove(field, note);
                    if (editing === note.id) onEdit(undefined);
                  }}
                />
              </li>
            );
          })}
        </ul>
      )}
      {editing !== undefined && (
        <Form
          key={editing}
          id={editing}
          before={before}
          onSave={(note) => {
            if (put(field, note)) onEdit(undefined);
          }}
          onCancel={() => onEdit(undefined)}
        />
      )}
    </>
  );
}

const DATA_KINDS = {
  distanceLines: "distanceLine",
  highlights: "highlight",
  annotations: "annotation",
  contextLayers: "contextLayer",
} as const satisfies Record<NoteField, string>;

/** What is on the map besides ranges: a list of each kind with its form, and buttons to add one. */
export default function NotesPanel() {
  const translate = useTranslate();
  const content = useAppState((state) => state.content);
  const [open, setOpen] = useState<{ field: NoteField; id: string } | null>(null);
  return (
    <div className="notes">
      <div className="button-row">
        {FIELDS.map((field) => (
          <Button
            key={field}
            className="button small"
            onPress={() => setOpen({ field, id: nextId(content[field] ?? [], TYPES[field].prefix) })}
          >
            <Icon name="plus" />
            {translate(`notes.kind.${field}`)}
          </Button>
        ))}
      </div>
      {FIELDS.map((field) => (
        <NoteGroup
          key={field}
          field={field}
          editing={open?.field === field ? open.id : undefined}
          onEdit={(id) => setOpen(id === undefined ? null : { field, id })}
        />
      ))}
    </div>
  );
}
