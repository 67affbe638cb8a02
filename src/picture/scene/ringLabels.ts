import { sourceMarks } from "../../figure/credits.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import type { LngLat } from "../../marks/drawn.ts";
import { type Inks, readableOn, type Theme } from "../../marks/inks.ts";
import type { DirectLabel } from "../../marks/mark.ts";
import type { MapElements } from "../layout/mapElements.ts";
import type { TypeScale } from "../layout/typeScale.ts";
import type { Framing, Inset } from "./framing.ts";
import type { RingLabel } from "./placeRingLabels.ts";
import type { MeasureText } from "./shapes.ts";
import { type TextLine, textBlock } from "./textBlock.ts";

/** The visible lines of each feature, in pixels. */
export type DrawnLines = ReadonlyMap<string, { onMain: ScreenPoint[][]; onInset: ScreenPoint[][] }>;

/** A launch point to be named. */
export interface LaunchName {
  text: string;
  lngLat: LngLat;
  /** It is in the inset, where its short rings are. */
  isInInset: boolean;
}

interface LabelOptions {
  framing: Framing;
  palette: BasemapPalette;
  type: TypeScale;
  theme: Theme;
  measure: MeasureText;
  elements: MapElements;
  isShort: boolean;
  lines: DrawnLines;
}

interface LabelGroup {
  wishes: DirectLabel[];
  inks: Inks;
  items: { id: string; launchPoint: string | undefined; rangeKm: number }[];
}

/** Values of so many rings of one system are listed under its name; more are only counted by the key. */
const MOST_VALUES = 3;

const rangeOf = (item: object): number => ("rangeKm" in item && typeof item.rangeKm === "number" ? item.rangeKm : 0);

function linesOfLabel(group: LabelGroup, figure: Figure, options: LabelOptions, color: string): TextLine[] {
  const { type, elements, palette, isShort } = options;
  const [first] = group.wishes;
  if (!first) return [];
  const sourceIds = group.wishes.flatMap((wish) => wish.sourceIds);
  const marks = elements.sources === null ? "" : sourceMarks(sourceIds, figure);
  const values = [...new Set(group.wishes.flatMap(({ value }) => value ?? []))].slice(0, MOST_VALUES);
  const remarks = isShort ? [] : [...new Set(group.wishes.flatMap(({ remarks: own }) => own))].slice(0, MOST_VALUES);
  return [
    // After the name: after a unit, a mark would read as its power.
    { text: `${first.name}${marks}`, size: type.name, weight: 700, fill: color },
    ...values.map((text): TextLine => ({ text, size: type.value, weight: 400, fill: color })),
    ...remarks.map((text): TextLine => ({ text, size: type.note, weight: 400, fill: palette.placeLabelMinor })),
  ];
}

const isWithin = ([left, top, right, bottom]: Box, { center, radius }: Inset["circle"], margin: number): boolean =>
  Math.hypot(Math.max(left - center[0], 0, center[0] - right), Math.max(top - center[1], 0, center[1] - bottom)) <=
  radius + margin;

/** What a picture names: rings by group, longest first, and launch points. */
export function collectRingLabels(
  figure: Figure,
  options: LabelOptions,
): { labels: RingLabel[]; ownerOf: (featureId: string) => number | undefined; names: LaunchName[] } {
  const { framing, palette, theme, measure, lines } = options;
  const { main, inset } = framing;
  const groups = new Map<string, LabelGroup>();
  const names: LaunchName[] = [];
  for (const { mark, items } of figure.marks) {
    for (const item of items) {
      const wish = item.shown ? mark.label(item) : undefined;
      if (!wish) continue;
      if (wish.kind === "name") {
        const [spot] = wish.spots;
        if (spot)
          names.push({ text: wish.text, lngLat: spot.lngLat, isInInset: item.launchPoint === inset?.launchPoint });
        continue;
      }
      const direct = wish.direct ?? { group: item.id, name: wish.text, remarks: [], sourceIds: [] };
      let group = groups.get(direct.group);
      if (!group) groups.set(direct.group, (group = { wishes: [], inks: item.inks, items: [] }));
      group.wishes.push(direct);
      group.items.push({ id: item.id, launchPoint: item.launchPoint, rangeKm: rangeOf(item) });
    }
  }
  const centers = new Map(
    figure.launchPoints.flatMap(({ id, lngLat, geometry }) =>
      lngLat && geometry.type === "Point" ? [[id, lngLat] as const] : [],
    ),
  );
  const owners = new Map<string, number>();
  const sorted = [...groups].toSorted(
    ([, a], [, b]) =>
      Math.max(...b.items.map(({ rangeKm }) => rangeKm)) - Math.max(...a.items.map(({ rangeKm }) => rangeKm)),
  );
  const labels = sorted.map(([id, group], index): RingLabel => {
    const owner = index + 1;
    for (const item of group.items) owners.set(item.id, owner);
    const isShort = (item: LabelGroup["items"][number]) =>
      inset !== undefined && item.launchPoint === inset.launchPoint && item.rangeKm <= inset.reachKm;
    // Several rings of one system around one place are named at the longest, and in the inset if that is where all of them are.
    const longest = Math.max(...group.items.map(({ rangeKm }) => rangeKm));
    const longRings = group.items.filter((item) => item.rangeKm === longest);
    const inInset = longRings.some(isShort);
    const named = longRings.filter((item) => !inInset || isShort(item));
    const color = readableOn(group.inks[theme].line, palette.land);
    const projection = inInset && inset ? inset.projection : main;
    return {
      id,
      name: group.wishes[0]?.name ?? "",
      owner,
      color,
      block: textBlock(linesOfLabel(group, figure, options, color), measure),
      lines: named.flatMap((item) => {
        const drawn = lines.get(item.id);
        const center = item.launchPoint === undefined ? undefined : centers.get(item.launchPoint);
        return (
          (inInset ? drawn?.onInset : drawn?.onMain)?.map((points) => ({
            points,
            center: center && projection.project(center),
          })) ?? []
        );
      }),
      ...(inset && !inInset && { isOff: (box: Box) => isWithin(box, inset.circle, 3) }),
    };
  });
  return { labels, ownerOf: (featureId) => owners.get(featureId), names };
}
