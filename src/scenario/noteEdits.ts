import type { ScenarioContent } from "./edits.ts";
import {
  cutText,
  MAX_ANNOTATION,
  MAX_ANNOTATIONS,
  MAX_CONTEXT_LAYERS,
  MAX_CREDIT,
  MAX_DISTANCE_LINES,
  MAX_HIGHLIGHTS,
  MAX_LAYER_NAME,
  MAX_POINT_NAME,
} from "./limits.ts";
import type { Annotation, ContextLayer, DistanceLine, Highlight, NamedPlace } from "./notes.ts";

/** What is put on a map besides ranges, by the field of the scenario that holds it. */
export interface NoteKinds {
  distanceLines: DistanceLine;
  highlights: Highlight;
  annotations: Annotation;
  contextLayers: ContextLayer;
}
export type NoteField = keyof NoteKinds;

export const MOST_NOTES: Readonly<Record<NoteField, number>> = {
  distanceLines: MAX_DISTANCE_LINES,
  highlights: MAX_HIGHLIGHTS,
  annotations: MAX_ANNOTATIONS,
  contextLayers: MAX_CONTEXT_LAYERS,
};

const cutPlace = (place: NamedPlace): NamedPlace => ({ ...place, name: cutText(place.name, MAX_POINT_NAME) });

/** Cuts the texts of a note to what the schema allows. */
const WITHIN_LIMITS: { [Field in NoteField]: (note: NoteKinds[Field]) => NoteKinds[Field] } = {
  distanceLines: (line) => ({ ...line, from: cutPlace(line.from), to: cutPlace(line.to) }),
  highlights: ({ highlightLabel = "", ...highlight }) => ({
    ...highlight,
    ...(highlightLabel !== "" && { highlightLabel: cutText(highlightLabel, MAX_LAYER_NAME) }),
  }),
  annotations: (annotation) => ({ ...annotation, text: cutText(annotation.text, MAX_ANNOTATION) }),
  contextLayers: ({ credit = "", ...layer }) => ({
    ...layer,
    name: cutText(layer.name, MAX_LAYER_NAME),
    ...(credit !== "" && { credit: cutText(credit, MAX_CREDIT) }),
  }),
};

const notesOf = <Field extends NoteField>(content: ScenarioContent, field: Field): NoteKinds[Field][] =>
  (content[field] ?? []) as NoteKinds[Field][];

/** Whether a map has no room for another note of the kind. */
export const isFullOf = (content: ScenarioContent, field: NoteField): boolean =>
  notesOf(content, field).length >= MOST_NOTES[field];

/** Adds a note, or puts it in place of the one with its id. A new one that there is no room for changes nothing. */
export function putNote<Field extends NoteField>(
  content: ScenarioContent,
  field: Field,
  note: NoteKinds[Field],
): ScenarioContent {
  const notes = notesOf(content, field);
  const kept = WITHIN_LIMITS[field](note);
  if (notes.some(({ id }) => id === note.id))
    return { ...content, [field]: notes.map((other) => (other.id === note.id ? kept : other)) };
  return isFullOf(content, field) ? content : { ...content, [field]: [...notes, kept] };
}

/** Takes a note away. A map without notes of a kind has no field for them, like one that never had any. */
export function removeNote(content: ScenarioContent, field: NoteField, id: string): ScenarioContent {
  const notes = notesOf(content, field);
  const others = notes.filter((note) => note.id !== id);
  if (others.length === notes.length) return content;
  if (others.length > 0) return { ...content, [field]: others };
  const { [field]: _gone, ...rest } = content;
  return rest;
}
