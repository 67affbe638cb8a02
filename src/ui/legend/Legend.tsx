import "./legend.css";
import { Button } from "react-aria-components/Button";
import { targetInWords } from "../../marks/drawnSystem.ts";
import { formatLengthRange } from "../../i18n/numbers.ts";
import type { LegendEntry } from "../../figure/figure.ts";
import type { SourceTarget } from "../../comparison/comparison.ts";
import { useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { Swatch } from "../widgets/Swatch.tsx";

interface LegendProps {
  onSource: (target: SourceTarget) => void;
}

function Entry({ entry: { system }, onSource }: { entry: LegendEntry } & LegendProps) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const bands = useAppState((state) => state.content.display.bands);
  const { spread } = system;
  const target = targetInWords(system, translate);
  const published =
    spread &&
    translate(spread.openEnded ? "spread.open" : "spread", {
      range: formatLengthRange(translate.language, { min: spread.minKm, max: spread.maxKm }, units),
    });
  return (
    <li className="legend-entry">
      <Swatch system={system} />
      <span className="legend-name" title={system.name}>
        {system.shortName}
      </span>
      <Button
        className="number"
        aria-label={translate("source.open", { name: system.shortName, range: system.rangeText })}
        onPress={() =>
          onSource({ system: system.ref, ...(system.figureId !== undefined && { figure: system.figureId }) })
        }
      >
        {system.rangeText}
      </Button>
      {bands && published && (
        <Button
          className="number spread"
          aria-label={translate("source.open", { name: system.shortName, range: published })}
          onPress={() => onSource({ system: system.ref, figure: spread.maxFigure })}
        >
          {published}
        </Button>
      )}
      {target !== undefined && <span className="legend-target">{target}</span>}
      {system.custom && <span className="own">{translate("custom.mark")}</span>}
    </li>
  );
}

/** What each line on the map is. Every number opens the source that it is from. */
export function Legend({ onSource }: LegendProps) {
  const translate = useTranslate();
  const legend = useFigureState((state) => state.figure.legend);
  const launchPoints = useFigureState((state) => state.figure.launchPoints);
  const crowded = useFigureState((state) => state.figure.crowded);
  const bandsDrawn = useFigureState((state) => state.figure.bandsDrawn);
  const bandsLeft = useFigureState((state) => state.figure.bands.length > 0 && !state.figure.bandsDrawn);
  if (legend.length === 0) return null;
  const areas = launchPoints.filter((point) => !point.hidden && point.geometry.type !== "Point");
  return (
    <section className="section" aria-labelledby="legend-heading">
      <h2 id="legend-heading">{translate("legend")}</h2>
      {(["strike", "defence"] as const).map((role) => {
        const entries = legend.filter((entry) => entry.system.role === role);
        return entries.length === 0 ? null : (
          <div key={role} className="legend-role">
            <h3 className="eyebrow">{translate(`role.${role}`)}</h3>
            <ul className="legend">
              {entries.map((entry) => (
                <Entry key={entry.system.ref} entry={entry} onSource={onSource} />
              ))}
            </ul>
          </div>
        );
      })}
      {areas.map((point) => (
        <p key={point.id} className="hint">
          {translate("from.area", { name: point.name })}
        </p>
      ))}
      {crowded && <p className="hint">{translate("legend.crowded")}</p>}
      {bandsLeft && <p className="hint">{translate("legend.bandsLeft")}</p>}
      <p className="hint">{translate(bandsDrawn ? "legend.hintBands" : "legend.hint")}</p>
    </section>
  );
}
