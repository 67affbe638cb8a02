import type { LaunchArea } from "./drawn.ts";
import { itemId } from "./itemId.ts";
import { lineLayer, valueOf, whereKind } from "./mapLayers.ts";
import type { Mark } from "./mark.ts";
import { toDrawnShape } from "./shapes/geodesicPath.ts";

const WIDTH = 1.75;
const FILL_OPACITY = 0.14;

/** A line, an area or a country that ranges are measured from. */
export const launchAreaMark: Mark<LaunchArea> = {
  kind: "launchArea",
  labelRank: 0,

  build: ({ points }) =>
    points.flatMap((point) => {
      const { id, inks, lngLat, shape } = point;
      if (!shape || !lngLat) return [];
      return [{ id: itemId("launchArea", id), launchPoint: id, inks, shown: true, point: { ...point, lngLat }, shape }];
    }),

  features({ id, launchPoint, inks, shape }, { theme }) {
    const geometry = toDrawnShape(shape);
    const color = inks[theme].line;
    const properties = { kind: "from", launchPoint, color };
    return [
      ...(shape.type === "LineString"
        ? []
        : [{ source: "areas", id, geometry, properties: { ...properties, opacity: FILL_OPACITY } } as const]),
      { source: "outlines", id, geometry, properties: { ...properties, offset: 0, id: launchPoint } },
    ];
  },

  layers: () => ({
    under: [lineLayer("launch-lines", whereKind("from"), { "line-color": valueOf("color"), "line-width": WIDTH })],
  }),

  label: ({ point: { named, name, lngLat } }) =>
    named ? { kind: "name", text: name, role: "strike", spots: [{ lngLat, bearingDeg: 0 }] } : undefined,

  legend: (areas, { translate }) =>
    areas.map(({ id, inks, point }) => ({
      id,
      kind: "launchArea",
      swatch: { line: point.geometry.type === "LineString" ? "single" : "fill", inks },
      name: translate(point.geometry.type === "LineString" ? "from.line" : "from.area", { name: point.name }),
      launchPoints: 1,
    })),

  data: ({ id, launchPoint, inks, point, shape }) => [
    {
      kind: "launchArea",
      id,
      properties: { name: point.name, launchPoint, launchPointName: point.name },
      geometry: () => shape,
      outlines: () => [],
      style: { color: inks.light.line, width: WIDTH, lineOpacity: 1, fillOpacity: FILL_OPACITY },
    },
  ],

  print: () => ({ weight: 1 }),
};
