import "./search.css";
import { type ComponentType, useState } from "react";
import { useTranslate } from "../shell/AppContext.tsx";

type Field = ComponentType<{ initialText: string }>;

/**
 * The search box. The search code loads when the box is first used; until then a plain field keeps the focus and the typed text.
 */
export function SearchBox() {
  const translate = useTranslate();
  const [Loaded, setLoaded] = useState<Field | null>(null);
  const [text, setText] = useState("");
  const load = () => {
    import("./SearchField.tsx").then(
      ({ default: SearchField }) => setLoaded(() => SearchField),
      (error: unknown) =>
        // An error thrown while rendering is shown by the error boundary of this part of the panel.
        setLoaded(() => {
          throw error;
        }),
    );
  };
  return (
    <search className="search" data-search>
      {Loaded ? (
        <Loaded initialText={text} />
      ) : (
        <input
          className="search-input"
          type="search"
          aria-label={translate("search")}
          placeholder={translate("search.short")}
          value={text}
          onFocus={load}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </search>
  );
}
