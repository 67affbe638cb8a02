import { useState } from "react";
import { useTranslate } from "../shell/AppContext.tsx";
import { FormActions } from "./FormActions.tsx";
import type { NoteFormProps } from "./noteForm.ts";
import { PlaceField } from "./PlaceField.tsx";

/** Two places, and what their ends are called on the map. */
export function DistanceLineForm({ id, before, onSave, onCancel }: NoteFormProps<"distanceLines">) {
  const translate = useTranslate();
  const [from, setFrom] = useState(before?.from);
  const [to, setTo] = useState(before?.to);
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (from && to) onSave({ id, from, to });
      }}
    >
      <PlaceField label={translate("notes.from")} place={from} onChange={setFrom} isNamed />
      <PlaceField label={translate("notes.to")} place={to} onChange={setTo} isNamed />
      <FormActions isEdit={before !== undefined} isComplete={Boolean(from && to)} onCancel={onCancel} />
    </form>
  );
}
