import type { LineString, Polygon } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { DRAWING_PREFIX } from "./mapSpec.ts";

export type DrawnShape = LineString | Polygon;

/** Coordinates to about a metre: a launch area is drawn by hand. */
const round = ([lng = 0, lat = 0]: number[]): [number, number] => [
  Math.round((((((lng + 180) % 360) + 360) % 360) - 180) * 1e5) / 1e5,
  Math.round(lat * 1e5) / 1e5,
];

/** Counts them: one may begin before the last has taken its sources away. */
let drawings = 0;

/**
 * Lets the user draw a line or an area on the map: a click a corner, Enter or a click on the last corner to finish, Escape to give up.
 *
 * @param onDone called once with the shape, or with undefined where it was given up
 * @returns a function that stops the drawing
 */
export function drawShape(map: MapLibreMap, kind: "line" | "area", color: `#${string}`, onDone: (shape: DrawnShape | undefined) => void): () => void {
  const mode = kind === "line" ? "linestring" : "polygon";
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9, prefixId: `${DRAWING_PREFIX}-${(drawings += 1)}` }),
    modes: [
      new TerraDrawLineStringMode({ styles: { lineStringColor: color, lineStringWidth: 2, closingPointColor: color } }),
      new TerraDrawPolygonMode({ styles: { fillColor: color, fillOpacity: 0.12, outlineColor: color, outlineWidth: 2, closingPointColor: color } }),
    ],
  });
  let done = false;
  const finish = (shape: DrawnShape | undefined) => {
    if (done) return;
    done = true;
    window.removeEventListener("keydown", onKey);
    // Terra Draw is still in its own event here.
    setTimeout(() => draw.stop(), 0);
    onDone(shape);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") finish(undefined);
  };
  draw.start();
  draw.setMode(mode);
  draw.on("finish", (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    if (geometry?.type === "LineString") finish({ type: "LineString", coordinates: geometry.coordinates.map(round) });
    else if (geometry?.type === "Polygon") finish({ type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(round)) });
    else finish(undefined);
  });
  window.addEventListener("keydown", onKey);
  return () => finish(undefined);
}
