import type { LaunchPointMark } from "./drawn.ts";
import { itemId } from "./itemId.ts";
import { SOURCE_IDS, valueOf, whereKind } from "./mapLayers.ts";
import type { Mark } from "./mark.ts";

/** The radius of a launch point's dot in pixels, without its rim. */
export const DOT_RADIUS = 6;

/** Ids of the layers that respond to the pointer. */
export const LAUNCH_POINT_LAYER = "launch-point-dots";

/** The dot and name of a launch point. A line, area or country has no dot, because its shape is drawn. */
export const launchPointMark: Mark<LaunchPointMark> = {
  kind: "launchPoint",
  labelRank: 0,

  build: ({ points }) =>
    points.flatMap((point) => {
      const { id, inks, lngLat, geometry } = point;
      if (geometry.type !== "Point" || !lngLat) return [];
      return [{ id: itemId("launchPoint", id), launchPoint: id, inks, shown: true, point: { ...point, lngLat } }];
    }),

  features: ({ id, launchPoint, inks, point }, { theme, selected }) => [
    {
      source: "points",
      id,
      geometry: { type: "Point", coordinates: point.lngLat },
      properties: {
        kind: "point",
        id: launchPoint,
        launchPoint,
        color: inks[theme].line,
        selected: selected.has(launchPoint),
      },
    },
  ],

  layers: ({ accent }) => ({
    over: [
      {
        id: "launch-point-halo",
        type: "circle",
        source: SOURCE_IDS.points,
        filter: ["all", whereKind("point"), ["==", valueOf("selected"), true]],
        paint: {
          "circle-radius": DOT_RADIUS + 5,
          "circle-color": accent,
          "circle-opacity": 0.25,
          "circle-stroke-color": accent,
          "circle-stroke-width": 1.5,
        },
      },
      {
        id: LAUNCH_POINT_LAYER,
        type: "circle",
        source: SOURCE_IDS.points,
        filter: whereKind("point"),
        paint: {
          "circle-radius": DOT_RADIUS,
          "circle-color": valueOf("color"),
          "circle-stroke-color": "#ffffff",
          "circle-stroke-width": 2,
        },
      },
    ],
  }),

  label: ({ point: { named, name, lngLat } }) => ({
    kind: "name",
    text: named ? name : "",
    role: "strike",
    spots: [{ lngLat, bearingDeg: 0 }],
    dot: true,
  }),

  // Launch points are named on the map and need no legend row.
  legend: () => [],

  data: ({ id, launchPoint, point }) => [
    {
      kind: "launchPoint",
      id,
      properties: { name: point.name, launchPoint, launchPointName: point.name },
      geometry: () => ({ type: "Point", coordinates: point.lngLat }),
      outlines: () => [],
      style: point.ownColor === undefined ? {} : { color: point.ownColor },
    },
  ],

  print: () => ({ weight: 1 }),
};
