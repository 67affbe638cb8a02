import "./legend.css";
import { Button } from "react-aria-components/Button";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { DrawnSystem } from "../../marks/drawn.ts";
import type { LegendRow } from "../../marks/mark.ts";
import { useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { Swatch } from "../widgets/Swatch.tsx";

interface LegendProps {
  onSource: (target: SourceTarget) => void;
}

type SystemEntry = LegendRow & { system: DrawnSystem };

const hasSystem = (row: LegendRow): row is SystemEntry => row.system !== undefined;

function Entry({ entry, onSource }: { entry: SystemEntry } & LegendProps) {
  const translate = useTranslate();
  const { system, swatch, name, range, spread, remark, from } = entry;
  const open = (words: string) => translate("source.open", { name, range: words });
  return (
    <li className="legend-entry">
      {swatch && <Swatch swatch={swatch} />}
      <span className="legend-name" title={system.name}>
        {name}
      </span>
      {range !== undefined && (
        <Button
          className="number"
          aria-label={open(range)}
          onPress={() =>
            onSource({ system: system.ref, ...(system.figureId !== undefined && { figure: system.figureId }) })
          }
        >
          {range}
        </Button>
      )}
      {spread !== undefined && (
        <Button
          className="number spread"
          aria-label={open(spread)}
          onPress={() => onSource({ system: system.ref, ...(system.spread && { figure: system.spread.maxFigure }) })}
        >
          {spread}
        </Button>
      )}
      {remark !== undefined && <span className={system.custom || system.desk ? "own" : "legend-target"}>{remark}</span>}
      {from && <span className="legend-target">{from.join(", ")}</span>}
    </li>
  );
}

/** What each line on the map is. Every number opens the source that it is from. */
export function Legend({ onSource }: LegendProps) {
  const translate = useTranslate();
  const legend = useFigureState((state) => state.figure.legend);
  if (legend.length === 0) return null;
  const systems = legend.filter(hasSystem);
  return (
    <section className="section" aria-labelledby="legend-heading">
      <h2 id="legend-heading">{translate("legend")}</h2>
      {(["strike", "defence"] as const).map((role) => {
        const entries = systems.filter((entry) => entry.system.role === role);
        return entries.length === 0 ? null : (
          <div key={role} className="legend-role">
            <h3 className="eyebrow">{translate(`role.${role}`)}</h3>
            <ul className="legend">
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} onSource={onSource} />
              ))}
            </ul>
          </div>
        );
      })}
      <ul className="legend-notes">
        {legend.map((row) =>
          hasSystem(row) ? null : (
            <li key={row.id} className="hint">
              {row.swatch && <Swatch swatch={row.swatch} />} {row.name}
            </li>
          ),
        )}
      </ul>
      <p className="hint">{translate("legend.hint")}</p>
    </section>
  );
}
