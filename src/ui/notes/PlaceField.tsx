import { useEffect, useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { Text } from "react-aria-components/Text";
import { TextField } from "react-aria-components/TextField";
import { formatLngLat } from "../../i18n/numbers.ts";
import { MAX_POINT_NAME } from "../../scenario/limits.ts";
import type { NamedPlace } from "../../scenario/notes.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { Icon } from "../widgets/icons.tsx";
import { useSearch } from "../search/useSearch.ts";

interface FoundPlace extends NamedPlace {
  id: string;
  title: string;
  detail: string;
}

/** Launch points of the map, then places and coordinates. */
function useFoundPlaces(text: string): { found: FoundPlace[]; message: string | undefined; isError: boolean } {
  const translate = useTranslate();
  const launchPoints = useFigureState((state) => state.figure.launchPoints);
  const { results, message, isError } = useSearch(text);
  const wanted = text.trim().toLocaleLowerCase(translate.language);
  const own = launchPoints.flatMap(({ id, name, lngLat, named }): FoundPlace[] => {
    const fits = wanted !== "" && named && name.toLocaleLowerCase(translate.language).startsWith(wanted);
    return fits && lngLat ? [{ id: `own ${id}`, name, title: name, detail: translate("points"), lngLat }] : [];
  });
  const places = results.flatMap(({ id, name, title, detail, lngLat }): FoundPlace[] =>
    lngLat ? [{ id, name, title, detail, lngLat }] : [],
  );
  const found = [...own.slice(0, 3), ...places];
  return { found, message: found.length === 0 ? message : undefined, isError };
}

interface SearchProps {
  label: string;
  /** The place was there and is to be chosen anew. */
  isAgain: boolean;
  onFind: (place: NamedPlace) => void;
}

function PlaceSearch({ label, isAgain, onFind }: SearchProps) {
  const { actions, store } = useAppContext();
  const translate = useTranslate();
  const [text, setText] = useState("");
  const { found, message, isError } = useFoundPlaces(text);
  const take = useRef(onFind);
  useEffect(() => {
    take.current = onFind;
  }, [onFind]);
  const pick = useRef((place: NamedPlace) => {
    actions.setPicking(null);
    take.current(place);
  });
  const isPicking = useAppState((state) => state.picking === pick.current);
  // The form may be closed while the map waits for the place.
  useEffect(
    () => () => {
      if (store.getState().picking === pick.current) actions.setPicking(null);
    },
    [store, actions],
  );
  return (
    <div className="field note-place">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="note-search">
          <Label>{label}</Label>
          <Input
            // The button that opened it is gone.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={isAgain}
            placeholder={translate("notes.find")}
            onKeyDown={(event) => {
              // Enter would send the form; the list takes it where a line of it has the focus.
              if (event.key !== "Enter") return;
              event.preventDefault();
              const [first] = found;
              if (first && !event.currentTarget.getAttribute("aria-activedescendant")) onFind(first);
            }}
          />
        </SearchField>
        {text.trim() !== "" && (
          <ListBox
            className="note-found"
            aria-label={translate("search.results")}
            items={found}
            renderEmptyState={() => (
              <p className="search-message" data-error={isError || undefined}>
                {message}
              </p>
            )}
            onAction={(key) => {
              const place = found.find(({ id }) => id === key);
              if (place) onFind({ name: place.name, lngLat: place.lngLat });
            }}
          >
            {({ title, detail }) => (
              <ListBoxItem className="note-result" textValue={title}>
                <Text slot="label" className="search-title">
                  {title}
                </Text>
                <Text slot="description" className="search-detail">
                  {detail}
                </Text>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
      <Button
        className="button small"
        aria-pressed={isPicking}
        onPress={() => actions.setPicking(isPicking ? null : pick.current)}
      >
        <Icon name="target" />
        {translate(isPicking ? "notes.pickHow" : "notes.pick")}
      </Button>
    </div>
  );
}

interface PlaceFieldProps {
  label: string;
  place: NamedPlace | undefined;
  onChange: (place: NamedPlace | undefined) => void;
  /** The place's name shows on the map, so it can be changed. */
  isNamed?: boolean;
}

/** A place by its name, by coordinates or by a press on the map. */
export function PlaceField({ label, place, onChange, isNamed = false }: PlaceFieldProps) {
  const translate = useTranslate();
  // Whether this field was used, and so has the focus when what shows in it changes.
  const [isUsed, setIsUsed] = useState(false);
  const change = (next: NamedPlace | undefined) => {
    setIsUsed(true);
    onChange(next);
  };
  if (!place)
    return <PlaceSearch label={label} isAgain={isUsed} onFind={({ name, lngLat }) => change({ name, lngLat })} />;
  const position = formatLngLat(place.lngLat, translate.language, 3);
  return (
    <div className="field note-place">
      <span className="note-chosen">
        <span className="hint">{label}</span>
        <span>{isNamed || place.name === "" ? position : `${place.name} (${position})`}</span>
        <IconButton
          icon="edit"
          label={translate("menu.edit", { name: label })}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={isUsed}
          onPress={() => change(undefined)}
        />
      </span>
      {isNamed && (
        <TextField
          className="field"
          value={place.name}
          maxLength={MAX_POINT_NAME}
          onChange={(name) => onChange({ ...place, name })}
        >
          <Label>{translate("name")}</Label>
          <Input />
        </TextField>
      )}
    </div>
  );
}
