import { countryName } from "../../i18n/countryNames.ts";
import { formatList } from "../../i18n/lists.ts";
import type { Translate } from "../../i18n/messages.ts";
import { formatLngLat } from "../../i18n/numbers.ts";
import { distanceInWords } from "../../marks/distanceLine.ts";
import { cutText } from "../../scenario/limits.ts";
import type { NoteField, NoteKinds } from "../../scenario/noteEdits.ts";
import type { NamedPlace } from "../../scenario/notes.ts";
import type { Units } from "../../scenario/scenario.ts";

const MOST_CHARACTERS = 60;

const named = (place: NamedPlace, translate: Translate): NamedPlace => ({
  ...place,
  name: place.name || formatLngLat(place.lngLat, translate.language, 2),
});

const NAMES: { [Field in NoteField]: (note: NoteKinds[Field], translate: Translate, units: Units) => string } = {
  distanceLines: (line, translate, units) =>
    distanceInWords({ ...line, from: named(line.from, translate), to: named(line.to, translate) }, translate, units),
  highlights: ({ highlightLabel = "", countries }, { language }) =>
    highlightLabel ||
    formatList(
      language,
      countries.map((code) => countryName(code, language)),
    ),
  annotations: ({ text }) => text.replaceAll(/\s+/g, " ").trim(),
  contextLayers: ({ name }, translate) => name || translate("notes.kind.contextLayers"),
};

/** What a note is called in lists and in the words of undo. */
export function noteName<Field extends NoteField>(
  field: Field,
  note: NoteKinds[Field],
  translate: Translate,
  units: Units,
): string {
  const name = NAMES[field](note, translate, units);
  return name.length > MOST_CHARACTERS ? `${cutText(name, MOST_CHARACTERS)}…` : name;
}
