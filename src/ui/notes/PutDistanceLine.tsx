import { Button } from "react-aria-components/Button";
import { nextId } from "../../scenario/edits.ts";
import type { DistanceLine, NamedPlace } from "../../scenario/notes.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { useNoteActions } from "./useNoteActions.ts";

const isAt = (a: NamedPlace, b: NamedPlace): boolean => a.lngLat[0] === b.lngLat[0] && a.lngLat[1] === b.lngLat[1];

interface PutDistanceLineProps {
  from: NamedPlace;
  to: NamedPlace;
  /** Only the icon shows. */
  isSmall?: boolean;
}

/** Puts a distance line between two places on the map; pressed again, it takes it off. */
export function PutDistanceLine({ from, to, isSmall = false }: PutDistanceLineProps) {
  const translate = useTranslate();
  const { put, remove } = useNoteActions();
  const lines = useAppState((state) => state.content.distanceLines);
  const known = lines?.find((line: DistanceLine) => isAt(line.from, from) && isAt(line.to, to));
  const ends = { from: from.name, to: to.name };
  return (
    <Button
      className={isSmall ? "icon-button note-put" : "button"}
      aria-pressed={known !== undefined}
      {...(isSmall && { "aria-label": translate("notes.putLine", ends) })}
      onPress={() =>
        known ? remove("distanceLines", known) : put("distanceLines", { id: nextId(lines ?? [], "d"), from, to })
      }
    >
      <Icon name={known ? "check" : "measure"} />
      {!isSmall && translate("notes.put")}
    </Button>
  );
}
