import "../shell/faults.css";
import { useTranslate } from "../shell/AppContext.tsx";

/** Replaces the map if the browser cannot draw one, and says what still works. */
export function MapMissing({ detail }: { detail: string }) {
  const translate = useTranslate();
  return (
    <div className="map-missing" role="alert">
      <p>
        <strong>{translate("mapMissing")}</strong>
      </p>
      <p>{translate("mapMissing.rest")}</p>
      <p className="hint">{detail}</p>
    </div>
  );
}
