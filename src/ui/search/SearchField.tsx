import { useEffect, useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { Text } from "react-aria-components/Text";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { nextPointName } from "../points/pointName.ts";
import { type SearchResult, useSearch } from "./useSearch.ts";

/** The least zoom at which a found place is shown. */
const LEAST_ZOOM = 4;
const ICONS = { place: "plus", country: "country", position: "target" } as const;

/** Finds places, countries and coordinates while typing. Enter places the first result, and arrow keys choose another. */
export default function SearchField({ initialText }: { initialText: string }) {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const [text, setText] = useState(initialText);
  const [placed, setPlaced] = useState("");
  const { results, message, isError } = useSearch(text);
  const count = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  // The plain field that this one replaces had the focus.
  useEffect(() => input.current?.focus(), []);
  const place = (result: SearchResult) => {
    count.current += 1;
    const name =
      result.kind === "position" ? nextPointName(store.getState().content.launchPoints, translate) : result.name;
    actions.add([{ name, geometry: result.geometry }]);
    const { view } = store.getState();
    if (result.lngLat) actions.setView({ center: result.lngLat, zoom: Math.max(view.zoom, LEAST_ZOOM) });
    setPlaced(translate("search.placed", { name: result.title }));
    setText("");
  };
  const open = text.trim() !== "";
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(value) => {
        setText(value);
        if (value !== "") setPlaced("");
      }}
    >
      <AriaSearchField className="search-field" aria-label={translate("search")}>
        <Input
          ref={input}
          className="search-input"
          placeholder={translate("search.short")}
          onKeyDown={(event) => {
            // After a paste the list has no focused line yet: Enter takes the first. Where it has one, the list places it by itself.
            const [first] = results;
            const before = count.current;
            if (event.key === "Enter" && first && !event.nativeEvent.isComposing) {
              setTimeout(() => {
                if (count.current === before) place(first);
              });
            }
          }}
        />
        {open && (
          <Button className="icon-button search-clear" aria-label={translate("search.clear")}>
            <Icon name="close" />
          </Button>
        )}
      </AriaSearchField>
      {open && (
        <div className="search-panel">
          <ListBox
            className="search-results"
            aria-label={translate("search.results")}
            items={results}
            onAction={(key) => {
              const chosen = results.find((result) => result.id === key);
              if (chosen) place(chosen);
            }}
          >
            {(result) => (
              <ListBoxItem className="search-result" textValue={result.title}>
                <Icon name={ICONS[result.kind]} />
                <Text slot="label" className="search-title">
                  {result.title}
                </Text>
                <Text slot="description" className="search-detail">
                  {result.detail}
                </Text>
              </ListBoxItem>
            )}
          </ListBox>
          {message !== undefined && (
            <p className="search-message" data-error={isError || undefined}>
              {message}
            </p>
          )}
        </div>
      )}
      <output className="visually-hidden" aria-live="polite">
        {open ? (message ?? translate("search.count", { count: results.length })) : placed}
      </output>
    </Autocomplete>
  );
}
