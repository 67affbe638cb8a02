import { Button } from "react-aria-components/Button";
import { memo } from "react";
import type { FigureLaunchPoint } from "../figure/figure.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "./AppContext.tsx";
import { AddLaunchPoint } from "./AddLaunchPoint.tsx";
import { IconButton } from "./IconButton.tsx";
import { LaunchPointEditor } from "./LaunchPointEditor.tsx";
import { Swatch } from "./Swatch.tsx";

interface RowProps {
  point: FigureLaunchPoint;
  selected: boolean;
}

const Row = memo(function Row({ point, selected }: RowProps) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  return (
    <li className="point" data-selected={selected || undefined} data-hidden={point.hidden || undefined}>
      <div className="point-row">
        <Button
          className="point-head"
          aria-expanded={selected}
          onPress={() => actions.select(selected ? [] : [point.id])}
        >
          <span className="point-dot" style={{ backgroundColor: point.color }} />
          <span className="point-name">{point.name}</span>
          <span className="point-swatches">
            {point.systems.map((system) => (
              <Swatch key={system.ref} system={system} />
            ))}
          </span>
        </Button>
        <IconButton
          icon={point.hidden ? "eyeOff" : "eye"}
          label={translate(point.hidden ? "point.show" : "point.hide", { name: point.name })}
          onPress={() => actions.hide([point.id], !point.hidden)}
        />
        <IconButton icon="trash" label={translate("point.remove", { name: point.name })} onPress={() => actions.remove([point.id])} />
      </div>
      {selected && <LaunchPointEditor id={point.id} />}
    </li>
  );
});

/** The launch points, and everything that can be done to one, with no need of a mouse. */
export function LaunchPointList() {
  const translate = useTranslate();
  const points = useFigureState((state) => state.figure.launchPoints);
  const selected = useAppState((state) => state.selected);
  return (
    <section className="section" aria-labelledby="points-heading">
      <div className="section-head">
        <h2 id="points-heading">{translate("points")}</h2>
        {points.length > 0 && <span className="count">{points.length}</span>}
        <span className="spacer" />
        <AddLaunchPoint />
      </div>
      <ul className="points">
        {points.map((point) => (
          <Row key={point.id} point={point} selected={selected.includes(point.id)} />
        ))}
      </ul>
    </section>
  );
}
