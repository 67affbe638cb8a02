import type { StyleImageMetadata } from "maplibre-gl";
import type { Role } from "../catalog/vocabulary.ts";
import type { Ink } from "../marks/inks.ts";

/** An image in the format of MapLibre's addImage. */
export interface PillImage {
  image: { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> };
  options: Partial<StyleImageMetadata>;
}

const SCALE = 3;
const SIZE = 22;
const RADIUS = 5;
const BORDER = 1.5;
/** A transparent margin around the pill, so that its edge can be antialiased. */
const MARGIN = 1;

/** The id of a pill's image, which the map creates when a layer first requests it. */
export function pillImageId(role: Role, { line, text }: Ink): string {
  return `pill:${role}:${line}:${text}`;
}

const channels = (color: string): [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];

/** The distance from the edge of a rounded square, positive inside. */
function depthAt(x: number, y: number, inset: number, radius: number): number {
  const half = SIZE / 2 - inset;
  const dx = Math.abs(x - SIZE / 2) - half + radius;
  const dy = Math.abs(y - SIZE / 2) - half + radius;
  return radius - Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - Math.min(Math.max(dx, dy), 0);
}

/**
 * The stretchable image behind a ring's label. For strike systems it is filled with the system's colour and edged in the text's colour; for
 * defensive systems the other way round. Undefined if the id is not that of a pill.
 */
export function buildPillImage(id: string): PillImage | undefined {
  const [kind, role, line = "", text = ""] = id.split(":");
  if (kind !== "pill" || ![line, text].every((color) => /^#[0-9a-f]{6}$/i.test(color))) return undefined;
  const [fill, edge] = role === "defence" ? [channels(text), channels(line)] : [channels(line), channels(text)];
  const width = SIZE * SCALE;
  const data = new Uint8ClampedArray(width * width * 4);
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [x, y] = [(column + 0.5) / SCALE, (row + 0.5) / SCALE];
      const outer = Math.min(1, Math.max(0, depthAt(x, y, MARGIN, RADIUS) * SCALE + 0.5));
      const inner = Math.min(1, Math.max(0, depthAt(x, y, MARGIN + BORDER, RADIUS - BORDER) * SCALE + 0.5));
      const at = (row * width + column) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        data[at + channel] = (fill[channel] ?? 0) * inner + (edge[channel] ?? 0) * (1 - inner);
      }
      data[at + 3] = 255 * outer;
    }
  }
  const [from, to] = [(RADIUS + MARGIN + 1) * SCALE, (SIZE - RADIUS - MARGIN - 1) * SCALE];
  return {
    image: { width, height: width, data },
    options: {
      pixelRatio: SCALE,
      stretchX: [[from, to]],
      stretchY: [[from, to]],
      content: [3 * SCALE, 3 * SCALE, width - 3 * SCALE, width - 3 * SCALE],
    },
  };
}
