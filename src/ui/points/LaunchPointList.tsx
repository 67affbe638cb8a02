import "./points.css";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { DrawnLaunchPoint } from "../../marks/drawn.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { LaunchPointRow } from "./LaunchPointRow.tsx";

const BulkEditor = lazyPart(() => import("./BulkEditor.tsx"));

/** The number of rows shown at first, so that a list of thousands stays fast; a button shows more. */
const ROWS_AT_ONCE = 50;

interface Group {
  name: string | undefined;
  points: DrawnLaunchPoint[];
}

/** Groups the points. Groups are ordered by their first point, and points without a group come first. */
function groupsOf(points: DrawnLaunchPoint[], groupOf: ReadonlyMap<string, string | undefined>): Group[] {
  const groups = new Map<string | undefined, DrawnLaunchPoint[]>([[undefined, []]]);
  for (const point of points) {
    const name = groupOf.get(point.id) || undefined;
    const known = groups.get(name);
    if (known) known.push(point);
    else groups.set(name, [point]);
  }
  return [...groups].map(([name, members]) => ({ name, points: members })).filter((group) => group.points.length > 0);
}

function GroupHead({ group }: { group: Group }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const name = group.name ?? translate("points.ungrouped");
  const ids = group.points.map((point) => point.id);
  const hidden = group.points.every((point) => point.hidden);
  return (
    <div className="group-head">
      <h3 className="eyebrow">{name}</h3>
      <span className="count">{group.points.length}</span>
      <span className="spacer" />
      <IconButton
        icon={hidden ? "eyeOff" : "eye"}
        label={translate(hidden ? "point.show" : "point.hide", { name })}
        onPress={() => actions.hide(ids, !hidden)}
      />
    </div>
  );
}

/** The list of launch points, with all actions on one or several of them available by keyboard. */
export function LaunchPointList() {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const points = useFigureState((state) => state.figure.launchPoints);
  const selected = useAppState((state) => state.selected);
  const scenarioPoints = useAppState((state) => state.content.launchPoints);
  const [several, setSeveral] = useState(false);
  const [most, setMost] = useState(ROWS_AT_ONCE);
  if (points.length === 0) return null;
  const groups = groupsOf(points.slice(0, most), new Map(scenarioPoints.map((point) => [point.id, point.group])));
  const toggle = (id: string, on: boolean) =>
    actions.select(on ? [...selected, id] : selected.filter((item) => item !== id));
  return (
    <section className="section" aria-labelledby="points-heading">
      <div className="section-head">
        <h2 id="points-heading">{translate("points")}</h2>
        <span className="count">{points.length}</span>
        <span className="spacer" />
        {several && (
          <Button className="link" onPress={() => actions.select(points.map((point) => point.id))}>
            {translate("points.all")}
          </Button>
        )}
        {points.length > 1 && (
          <Button
            className="link"
            onPress={() => {
              setSeveral(!several);
              actions.select([]);
            }}
          >
            {translate(several ? "points.several.done" : "points.several")}
          </Button>
        )}
      </div>
      {several && selected.length > 0 && <BulkEditor ids={selected} />}
      {groups.map((group) => (
        <div key={group.name ?? ""}>
          {(groups.length > 1 || group.name !== undefined) && <GroupHead group={group} />}
          <ul className="points">
            {group.points.map((point) => (
              <LaunchPointRow
                key={point.id}
                point={point}
                selected={selected.includes(point.id)}
                expanded={!several && selected.length === 1 && selected[0] === point.id}
                onToggle={several ? toggle : undefined}
              />
            ))}
          </ul>
        </div>
      ))}
      {points.length > most && (
        <Button className="link" onPress={() => setMost(most + ROWS_AT_ONCE)}>
          {translate("points.more", { count: Math.min(ROWS_AT_ONCE, points.length - most) })}
        </Button>
      )}
    </section>
  );
}
