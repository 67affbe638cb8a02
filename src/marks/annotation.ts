import { bearingDeg, destination, distanceKm } from "../geodesy/distance.ts";
import type { Position } from "geojson";
import type { Annotation } from "../scenario/notes.ts";
import type { AnnotationItem, Outline } from "./drawn.ts";
import { itemId } from "./itemId.ts";
import { lineLayer, valueOf, whereKind } from "./mapLayers.ts";
import type { Mark } from "./mark.ts";
import { anchorsAwayFrom, ON_POSITION } from "./nameAnchors.ts";
import { NEUTRAL_INKS } from "./neutralInks.ts";
import { positionsOf } from "./shapes/outlineOf.ts";
import { toDrawnShape } from "./shapes/geodesicPath.ts";

const WIDTH = 1.25;
/** The length of an arrow's head as a share of the arrow's. It is drawn on the ground, so that it is the same in every output and at every zoom. */
const HEAD_SHARE = 0.1;
const HEAD_ANGLE_DEG = 158;

type Pointer = NonNullable<AnnotationItem["pointer"]>;
const pointers = new WeakMap<Annotation, Pointer>();

function pointerOf(annotation: Annotation): Pointer | undefined {
  const { lngLat: from, pointer } = annotation;
  if (!pointer) return undefined;
  let known = pointers.get(annotation);
  if (!known) {
    const to = pointer.lngLat;
    const shaft = toDrawnShape({ type: "LineString", coordinates: [from, to] }).coordinates as Position[];
    const tip = shaft.at(-1) ?? to;
    // Near the tip the line has another bearing than at its start.
    const backDeg = bearingDeg(to, from);
    const barbs = [-1, 1].map((side) => {
      const [lng = 0, lat = 0] = destination(
        to,
        distanceKm(from, to) * HEAD_SHARE,
        backDeg + side * (180 - HEAD_ANGLE_DEG),
      ).geometry.coordinates;
      return [lng + 360 * Math.round(((tip[0] ?? 0) - lng) / 360), lat];
    });
    const [left, right] = barbs;
    const head = pointer.kind === "arrow" && left && right ? [[left, tip, right]] : [];
    const outline: Outline = {
      type: "Feature",
      properties: {},
      geometry: { type: "MultiLineString", coordinates: [shaft, ...head] },
    };
    known = { bearingDeg: bearingDeg(from, to), outline };
    pointers.set(annotation, known);
  }
  return known;
}

/** The characters of a line, beyond which a text goes on in the next. */
const MOST_CHARACTERS = 34;

/** The text in short lines: those that the user made, broken between words where they are long. */
function inLines(text: string): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const lines = [""];
      for (const word of line.split(/\s+/).filter(Boolean)) {
        const last = lines.at(-1) ?? "";
        if (last === "") lines[lines.length - 1] = word;
        else if (last.length + 1 + word.length <= MOST_CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return lines;
    })
    .join("\n")
    .trim();
}

/** A text of the user's at a place, with a line or an arrow to what it is about. */
export const annotationMark: Mark<AnnotationItem> = {
  kind: "annotation",
  // Before all names: the user said where it stands.
  labelRank: -1,

  build: ({ notes }) =>
    (notes.annotations ?? []).map((annotation) => {
      const { id, text, lngLat } = annotation;
      const pointer = pointerOf(annotation);
      return {
        id: itemId("annotation", id),
        inks: NEUTRAL_INKS,
        shown: true,
        text,
        lngLat,
        ...(pointer && { pointer }),
      };
    }),

  features: ({ id, pointer, inks }, { theme, cut }) =>
    pointer
      ? [
          {
            source: "outlines",
            id,
            geometry: cut(pointer.outline),
            properties: { kind: "pointer", color: inks[theme].line },
          },
        ]
      : [],

  layers: () => ({
    under: [
      lineLayer("annotation-lines", whereKind("pointer"), { "line-color": valueOf("color"), "line-width": WIDTH }),
    ],
  }),

  label: ({ text, lngLat, pointer }) => ({
    kind: "name",
    text: inLines(text),
    role: "strike",
    spots: [{ lngLat, bearingDeg: pointer?.bearingDeg ?? 0 }],
    anchors: pointer ? anchorsAwayFrom(pointer.bearingDeg) : ON_POSITION,
  }),

  extent: ({ lngLat, pointer }) => ({
    places: [lngLat, ...(pointer ? positionsOf(pointer.outline) : [])],
    isBackground: false,
  }),

  legend: (annotations) =>
    annotations.map(({ id, text, inks }) => ({
      id,
      kind: "annotation",
      swatch: { line: "single", inks },
      name: text.replaceAll(/\s+/g, " "),
      launchPoints: 0,
      isOnMap: true,
    })),

  data: ({ id, text, lngLat, pointer, inks }) => [
    {
      kind: "annotation",
      id,
      properties: { name: text },
      geometry: () => ({ type: "Point", coordinates: lngLat }),
      outlines: () => [],
      style: { color: inks.light.line },
    },
    ...(pointer
      ? [
          {
            kind: "annotation" as const,
            id: `${id}:pointer`,
            properties: { name: text },
            geometry: () => pointer.outline.geometry,
            outlines: () => [pointer.outline],
            style: { color: inks.light.line, width: WIDTH, lineOpacity: 1 },
          },
        ]
      : []),
  ],

  print: () => ({ weight: 1 }),
};
