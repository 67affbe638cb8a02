import { CORNERS, type MapElements, mapElementsOf, PLACES } from "../../picture/layout/mapElements.ts";
import type { MessageId } from "../../i18n/messages.ts";
import { useFigureState, useTranslate } from "../shell/AppContext.tsx";
import type { PictureChoices } from "./pictureChoices.ts";

interface FieldsProps {
  choices: PictureChoices;
  onChange: (some: Partial<PictureChoices>) => void;
}

/** In reading order. Texts can be placed outside the map; cards are always on it. */
const PIECES: { piece: keyof MapElements; places: readonly string[] }[] = [
  { piece: "title", places: PLACES },
  { piece: "subtitle", places: PLACES },
  { piece: "caption", places: PLACES },
  { piece: "legend", places: ["below", ...CORNERS] },
  { piece: "scale", places: CORNERS },
  { piece: "locator", places: CORNERS },
  { piece: "sources", places: PLACES },
  { piece: "illustrative", places: PLACES },
  { piece: "credits", places: PLACES },
  { piece: "madeWith", places: PLACES },
];

/** The choice of elements on the picture and their positions. Credits cannot be left out, because their licence requires them. */
export function MapElementFields({ choices, onChange }: FieldsProps) {
  const translate = useTranslate();
  const figure = useFigureState((state) => state.figure);
  const places = mapElementsOf(figure, choices.mapElements);
  return (
    <fieldset className="system-choice">
      <legend className="eyebrow">{translate("export.mapElements")}</legend>
      {PIECES.map(({ piece, places: offered }) => (
        <label key={piece} className="choice map-element-choice">
          <span className="choice-label">{translate(`mapElements.${piece}`)}</span>
          <select
            className="select"
            value={places[piece] ?? ""}
            onChange={(event) =>
              onChange({ mapElements: { ...choices.mapElements, [piece]: event.target.value || null } })
            }
          >
            {offered.map((place) => (
              <option key={place} value={place}>
                {translate(`corner.${place}` as MessageId)}
              </option>
            ))}
            {piece !== "credits" && <option value="">{translate("corner.none")}</option>}
          </select>
        </label>
      ))}
      <p className="hint">{translate("export.creditsStay")}</p>
    </fieldset>
  );
}
