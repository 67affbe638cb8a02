import { bearingDeg, distanceKm, reachAt } from "../../geodesy/index.ts";
import { formatLength, formatLngLat, formatNumber } from "../../i18n/numbers.ts";
import { useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { Swatch } from "../widgets/Swatch.tsx";
import { markedName } from "../../marks/drawnSystem.ts";
import { systemSwatch } from "../../marks/ring.ts";

const REACH_MARKS = { inside: "✓", borderline: "≈", outside: "✗" } as const;

/** Distance and bearing from a launch point to the pointer, and the systems whose headline range reaches that far. */
export default function MeasureReadout() {
  const translate = useTranslate();
  const measure = useAppState((state) => state.measure);
  const units = useAppState((state) => state.content.display.units);
  const point = useFigureState((state) => state.figure.launchPoints.find((item) => item.id === measure?.from));
  if (!measure || !point?.lngLat) return <output className="tool-hint">{translate("tool.measure.how")}</output>;
  const km = distanceKm(point.lngLat, measure.lngLat);
  const bearing = formatNumber(translate.language, bearingDeg(point.lngLat, measure.lngLat), 0);
  return (
    <output className="measure">
      <p>
        <strong>{formatLength(translate.language, km, units)}</strong> · {bearing}° ·{" "}
        {translate("measure.from", { name: point.name })}
      </p>
      <p className="hint">{formatLngLat(measure.lngLat, translate.language)}</p>
      <ul>
        {point.systems.map((system) => {
          const reach = reachAt(km, system.rangeKm.max);
          return (
            <li key={system.key} data-reach={reach}>
              <span aria-hidden="true">{REACH_MARKS[reach]}</span>
              <Swatch swatch={systemSwatch(system)} />
              {markedName(system, translate)} {system.rangeText}: {translate(`reach.${reach}`)}
            </li>
          );
        })}
      </ul>
    </output>
  );
}
