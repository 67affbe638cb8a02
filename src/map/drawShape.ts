import type { Map as MapLibreMap } from "maplibre-gl";
import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { type DrawingEnd, toHandDrawn } from "./handDrawn.ts";
import { DRAWING_PREFIX } from "./mapSpec.ts";

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
      map,
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
    // Terra Draw is still handling its own event here.
    setTimeout(() => draw.stop(), 0);
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
