import { bearingDeg, destination, distanceKm } from "../geodesy/distance.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLength } from "../i18n/numbers.ts";
import type { DistanceLine } from "../scenario/notes.ts";
import type { Units } from "../scenario/scenario.ts";
import type { DistanceLineItem, LabelSpot, LngLat } from "./drawn.ts";
import { itemId } from "./itemId.ts";
import { lineLayer, SOURCE_IDS, valueOf, whereKind } from "./mapLayers.ts";
import type { Mark } from "./mark.ts";
import { NEUTRAL_INKS } from "./neutralInks.ts";
import { positionsOf } from "./shapes/outlineOf.ts";
import { toDrawnShape } from "./shapes/geodesicPath.ts";

const WIDTH = 1.5;
/** Parts of the line at which its label may stand: the middle first. */
const LABEL_PARTS = [0.5, 0.4, 0.6, 0.3, 0.7];

type Shape = Pick<DistanceLineItem, "distanceKm" | "outline" | "labelSpots">;
const shapes = new WeakMap<DistanceLine, Shape>();

function shapeOf(line: DistanceLine): Shape {
  let shape = shapes.get(line);
  if (!shape) {
    const ends: [LngLat, LngLat] = [line.from.lngLat, line.to.lngLat];
    const km = distanceKm(...ends);
    const bearing = bearingDeg(...ends);
    const geometry = toDrawnShape({ type: "LineString", coordinates: ends });
    if (geometry.type !== "LineString") throw new Error(`distance line ${line.id} is drawn as ${geometry.type}`);
    shape = {
      distanceKm: km,
      outline: { type: "Feature", properties: {}, geometry },
      labelSpots: LABEL_PARTS.map((part): LabelSpot => {
        const lngLat = destination(line.from.lngLat, km * part, bearing).geometry.coordinates as LngLat;
        return { lngLat, bearingDeg: (bearing + 90) % 360 };
      }),
    };
    shapes.set(line, shape);
  }
  return shape;
}

/** `Kyiv–Moscow 756 km`; the length alone if an end has no name. */
export function distanceInWords(line: DistanceLine, translate: Translate, units: Units): string {
  const length = formatLength(translate.language, shapeOf(line).distanceKm, units);
  const [from, to] = [line.from.name, line.to.name];
  return from === "" || to === "" ? length : translate("distanceLine.label", { from, to, length });
}

/** The shortest line on the ellipsoid between two places, with its length. It says distance only. */
export const distanceLineMark: Mark<DistanceLineItem> = {
  kind: "distanceLine",
  labelRank: 1,

  build: ({ notes, translate, display }) =>
    (notes.distanceLines ?? []).map((line) => ({
      ...shapeOf(line),
      id: itemId("distanceLine", line.id),
      inks: NEUTRAL_INKS,
      shown: true,
      ends: [line.from.lngLat, line.to.lngLat],
      label: distanceInWords(line, translate, display.units),
    })),

  features({ id, outline, inks, ends }, { theme, cut }) {
    const color = inks[theme].line;
    return [
      { source: "outlines", id, geometry: cut(outline), properties: { kind: "distance", color } },
      ...ends.map((coordinates, index) => ({
        source: "outlines" as const,
        id: `${id}:${index}`,
        geometry: { type: "Point" as const, coordinates },
        properties: { kind: "distanceEnd", color },
      })),
    ];
  },

  layers: () => ({
    under: [
      lineLayer("distance-lines", whereKind("distance"), { "line-color": valueOf("color"), "line-width": WIDTH }),
      {
        id: "distance-ends",
        type: "circle",
        source: SOURCE_IDS.outlines,
        filter: whereKind("distanceEnd"),
        paint: { "circle-radius": 3, "circle-color": valueOf("color") },
      },
    ],
  }),

  label: ({ label, labelSpots }) => ({ kind: "pill", text: label, role: "defence", spots: labelSpots }),

  extent: ({ outline }) => ({ places: positionsOf(outline), isBackground: false }),

  legend: (lines) =>
    lines.map(({ id, inks, label }) => ({
      id,
      kind: "distanceLine",
      swatch: { line: "single", inks },
      name: label,
      launchPoints: 0,
      isOnMap: true,
    })),

  data: ({ id, label, distanceKm: km, outline, inks }) => [
    {
      kind: "distanceLine",
      id,
      properties: { name: label, distanceKm: km },
      geometry: () => outline.geometry,
      outlines: () => [outline],
      style: { color: inks.light.line, width: WIDTH, lineOpacity: 1 },
    },
  ],

  print: () => ({ weight: 1 }),
};
