import { buildScaleBar } from "../../figure/scaleBar.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";

const MOST_PX = 130;

/** The scale of the map, with the latitude at which it holds. */
export function MapScale() {
  const translate = useTranslate();
  const { center, zoom } = useAppState((state) => state.view);
  const units = useAppState((state) => state.content.display.units);
  const bar = buildScaleBar({ latitude: center[1], zoom, mostPx: MOST_PX, units }, translate);
  return (
    <div className="map-scale">
      {bar.label}
      <span style={{ width: bar.widthPx }} />
    </div>
  );
}
