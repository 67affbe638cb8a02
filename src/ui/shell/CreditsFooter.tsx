import "./credits.css";
import { Button } from "react-aria-components/Button";
import { formatDate } from "../../i18n/dates.ts";
import { useAppContext, useFigureState, useTranslate } from "./AppContext.tsx";

/** Where the data is from, what the product is for, and how the map treats borders. */
export function CreditsFooter({ onBorders, onShortcuts }: { onBorders: () => void; onShortcuts: () => void }) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const credits = useFigureState((state) => state.figure.credits);
  return (
    <footer className="credits">
      <p>{translate("illustrative")}</p>
      <p>
        {translate("credits.catalog", { version: catalog.version, date: formatDate(translate.language, catalog.date) })}
      </p>
      <p>
        {[translate("credits.map"), ...credits].join(" ")}{" "}
        <Button className="link" onPress={onBorders}>
          {translate("borders")}
        </Button>{" "}
        <Button className="link" onPress={onShortcuts}>
          {translate("shortcuts")}
        </Button>
      </p>
      <p>
        <a className="link" href="./third-party-notices.html" target="_blank" rel="noopener">
          {translate("credits.notices")}
        </a>
      </p>
    </footer>
  );
}
