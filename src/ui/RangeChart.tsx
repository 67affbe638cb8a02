import type { DrawnSystem } from "../figure/figure.ts";
import { formatNumber, fromKm, KM_PER_UNIT, unitSymbol } from "../i18n/numbers.ts";
import { useAppState, useTranslate } from "./AppContext.tsx";

/** A round step for an axis that takes about five of them. */
export function axisStep(longest: number): number {
  const rough = longest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
}

/** A bar to scale for each system, with whiskers to the lowest and highest published figure. The table beside it says the same in text. */
export function RangeChart({ systems, onSource }: { systems: DrawnSystem[]; onSource: (system: string) => void }) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const bands = useAppState((state) => state.content.display.bands);
  const longestKm = Math.max(...systems.map((system) => Math.max(system.rangeKm.max, bands ? (system.spread?.maxKm ?? 0) : 0)));
  const step = axisStep(fromKm(longestKm, units));
  const ticks = Array.from({ length: Math.ceil(fromKm(longestKm, units) / step) + 1 }, (_, index) => index * step);
  const end = (ticks.at(-1) ?? step) * KM_PER_UNIT[units];
  const share = (km: number) => `${(km / end) * 100}%`;
  return (
    <figure className="chart" aria-label={translate("chart.label", { unit: unitSymbol(translate.language, units) })}>
      <div className="chart-axis" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} className="chart-tick" style={{ left: share(tick * KM_PER_UNIT[units]) }}>
            {formatNumber(translate.language, tick)}
          </span>
        ))}
      </div>
      {systems.map((system) => (
        <div key={system.ref} className="chart-row">
          <span className="chart-name">{system.shortName}</span>
          <div className="chart-track" aria-hidden="true" onClick={() => onSource(system.ref)}>
            <span
              className="chart-bar"
              data-role={system.role}
              style={{ width: share(system.rangeKm.max), backgroundColor: system.color, borderColor: system.color }}
            />
            {bands && system.spread && (
              <span
                className="chart-whisker"
                data-open={system.spread.openEnded || undefined}
                style={{ left: share(system.spread.minKm), width: share(system.spread.maxKm - system.spread.minKm) }}
              />
            )}
            <span className="chart-value" style={{ left: share(Math.max(system.rangeKm.max, bands ? (system.spread?.maxKm ?? 0) : 0)) }}>
              {system.rangeText}
            </span>
          </div>
        </div>
      ))}
    </figure>
  );
}
