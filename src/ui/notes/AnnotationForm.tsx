import { useState } from "react";
import { Label } from "react-aria-components/Label";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { MAX_ANNOTATION } from "../../scenario/limits.ts";
import { type NamedPlace, POINTERS } from "../../scenario/notes.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { Choice } from "../widgets/Choice.tsx";
import { FormActions } from "./FormActions.tsx";
import type { NoteFormProps } from "./noteForm.ts";
import { PlaceField } from "./PlaceField.tsx";

const KINDS = ["none", ...POINTERS] as const;

/** A text, where it stands, and what it points at. */
export function AnnotationForm({ id, before, onSave, onCancel }: NoteFormProps<"annotations">) {
  const translate = useTranslate();
  const toPlace = (lngLat: [number, number] | undefined): NamedPlace | undefined => lngLat && { name: "", lngLat };
  const [text, setText] = useState(before?.text ?? "");
  const [place, setPlace] = useState(toPlace(before?.lngLat));
  const [kind, setKind] = useState<(typeof KINDS)[number]>(before?.pointer?.kind ?? "none");
  const [target, setTarget] = useState(toPlace(before?.pointer?.lngLat));
  const isComplete = text.trim() !== "" && place !== undefined && (kind === "none" || target !== undefined);
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        const pointer = kind === "none" || !target ? {} : { pointer: { kind, lngLat: target.lngLat } };
        onSave({ id, text: text.trim(), lngLat: place.lngLat, ...pointer });
      }}
    >
      <TextField className="field" value={text} onChange={setText} maxLength={MAX_ANNOTATION}>
        <Label>{translate("notes.text")}</Label>
        <TextArea rows={2} />
      </TextField>
      <PlaceField label={translate("notes.place")} place={place} onChange={setPlace} />
      <Choice
        label={translate("notes.pointer")}
        options={KINDS}
        value={kind}
        nameOf={(option) => translate(`notes.${option}`)}
        onChange={setKind}
      />
      {kind !== "none" && <PlaceField label={translate("notes.target")} place={target} onChange={setTarget} />}
      <FormActions isEdit={before !== undefined} isComplete={isComplete} onCancel={onCancel} />
    </form>
  );
}
