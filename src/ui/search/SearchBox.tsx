import "./search.css";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "../AppContext.tsx";

const SearchField = lazy(() => import("./SearchField.tsx"));

/** The search box. What searches comes when the box is first used: until then it is a plain field. */
export function SearchBox() {
  const translate = useTranslate();
  const [used, setUsed] = useState(false);
  const [text, setText] = useState("");
  const plain = (
    <input
      className="search-input"
      type="search"
      aria-label={translate("search")}
      placeholder={translate("search.short")}
      value={text}
      onFocus={() => setUsed(true)}
      onChange={(event) => setText(event.target.value)}
    />
  );
  return (
    <search className="search" data-search>
      {used ? (
        <Suspense fallback={plain}>
          <SearchField initialText={text} />
        </Suspense>
      ) : (
        plain
      )}
    </search>
  );
}
