import { formatLength } from "../i18n/numbers.ts";
import type { FlatCircle } from "./drawn.ts";
import { flatCircleOutline } from "./flatCircleOutline.ts";
import { inksOf } from "./inks.ts";
import { itemId } from "./itemId.ts";
import { lineLayer, valueOf, whereKind } from "./mapLayers.ts";
import type { BuildContext, Mark } from "./mark.ts";

/** An orange that no system has, because the circle is deliberately wrong and belongs to no system. */
const INKS = inksOf("#b4530a");
const WIDTH = 1.5;

function buildFlatCircles({ display, points, crowded }: BuildContext): FlatCircle[] {
  if (!display.flatCircle) return [];
  return points.flatMap(({ id, geometry, systems }) => {
    if (geometry.type !== "Point") return [];
    const ranges = new Set(systems.map((system) => system.rangeKm.max));
    return [...ranges].flatMap((rangeKm): FlatCircle[] => {
      const outline = flatCircleOutline(geometry.coordinates, rangeKm);
      if (!outline) return [];
      const circleId = itemId("flatCircle", id, rangeKm);
      return [{ id: circleId, launchPoint: id, rangeKm, inks: INKS, shown: !crowded, outline }];
    });
  });
}

/** The circle that a drawing tool would draw on a Mercator map instead of a ring. */
export const flatCircleMark: Mark<FlatCircle> = {
  kind: "flatCircle",
  labelRank: 9,

  build: (context) => (context.crowded ? [] : buildFlatCircles(context)),
  buildOthers: (context) => (context.crowded ? buildFlatCircles(context) : []),

  features: ({ id, launchPoint, inks, outline }, { theme }) => [
    {
      source: "outlines",
      id,
      geometry: outline.geometry,
      properties: { kind: "flat", launchPoint, color: inks[theme].line, offset: 0 },
    },
  ],

  layers: () => ({
    under: [
      lineLayer("flat-circles", whereKind("flat"), {
        "line-color": valueOf("color"),
        "line-width": WIDTH,
        "line-dasharray": [6, 2, 1, 2],
      }),
    ],
  }),

  label: () => undefined,

  legend(circles, { translate, crowded, display }) {
    if (crowded && display.flatCircle)
      return [{ id: "flatCircle", kind: "flatCircle", name: translate("legend.flatCircleLeft"), launchPoints: 0 }];
    if (circles.length === 0) return [];
    const launchPoints = new Set(circles.map((circle) => circle.launchPoint)).size;
    const name = translate("legend.flatCircle");
    return [{ id: "flatCircle", kind: "flatCircle", swatch: { line: "dash-dotted", inks: INKS }, name, launchPoints }];
  },

  data({ id, launchPoint, rangeKm, outline }, { translate, names, units }) {
    const launchPointName = names.get(launchPoint) ?? launchPoint;
    const range = formatLength(translate.language, rangeKm, units);
    return [
      {
        kind: "flatCircle",
        id,
        properties: {
          name: `${launchPointName}: ${translate("data.flatCircle.of", { range })}`,
          launchPoint,
          launchPointName,
          rangeKm,
        },
        geometry: () => outline.geometry,
        outlines: () => [outline],
        style: { color: INKS.light.line, width: WIDTH, lineOpacity: 1 },
      },
    ];
  },

  print: () => ({ weight: 1 }),
};
