import type { Map as MapLibreMap, Style } from "maplibre-gl";
import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { type DrawingEnd, toHandDrawn } from "./handDrawn.ts";
import { DRAWING_PREFIX } from "./mapSpec.ts";

/** Takes what Terra Draw draws while there is nothing to draw it on. */
const NO_SOURCE = { setData: () => undefined };

/** While its WebGL context is lost, a map has no style: no source to draw into, and none to remove. */
const hasNoStyle = (map: MapLibreMap): boolean => (map.style as Style | null) === null;

/** The map as Terra Draw may use it at any time. What it draws while there is no style appears with the next change to the drawing. */
function patientMap(map: MapLibreMap): MapLibreMap {
  const getSource = (id: string) => (hasNoStyle(map) ? undefined : map.getSource(id)) ?? NO_SOURCE;
  return new Proxy(map, {
    get: (target, key) => {
      if (key === "getSource") return getSource;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Numbers the drawings, because one may start before the previous one has removed its sources. */
let drawings = 0;

/**
 * Lets the user draw a line or an area: each click adds a corner, Enter or a click on the last corner finishes, Escape cancels.
 *
 * @param onDone called once
 * @returns a function that stops the drawing
 */
export function drawShape(
  map: MapLibreMap,
  kind: "line" | "area",
  color: `#${string}`,
  onDone: (end: DrawingEnd) => void,
): () => void {
  const mode = kind === "line" ? "linestring" : "polygon";
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map: patientMap(map),
      coordinatePrecision: 9,
      prefixId: `${DRAWING_PREFIX}-${(drawings += 1)}`,
    }),
    modes: [
      new TerraDrawLineStringMode({ styles: { lineStringColor: color, lineStringWidth: 2, closingPointColor: color } }),
      new TerraDrawPolygonMode({
        styles: { fillColor: color, fillOpacity: 0.12, outlineColor: color, outlineWidth: 2, closingPointColor: color },
      }),
    ],
  });
  let done = false;
  const finish = (end: DrawingEnd) => {
    if (done) return;
    done = true;
    window.removeEventListener("keydown", onKey);
    // Terra Draw is still handling its own event here. What it has drawn can be removed only while the map has a style.
    setTimeout(() => {
      if (hasNoStyle(map)) void map.once("style.load", () => draw.stop());
      else draw.stop();
    });
    onDone(end);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") finish(undefined);
  };
  draw.start();
  draw.setMode(mode);
  draw.on("finish", (id) => finish(toHandDrawn(draw.getSnapshotFeature(id)?.geometry) ?? "tooFewCorners"));
  window.addEventListener("keydown", onKey);
  return () => finish(undefined);
}
