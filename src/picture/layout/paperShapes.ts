import { creditsOf } from "../../figure/credits.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Card, CompositionOptions } from "./composition.ts";
import type { Medium } from "./typeScale.ts";
import { type Corner, CORNERS, type MapElements, type Place } from "./mapElements.ts";
import { PICTURE_INKS } from "./pictureInks.ts";
import { clipText, type Shape, type TextShape, wrapText } from "../scene/shapes.ts";

/** The space between a text and the edge of the picture. In print the picture has the width of its column, and texts align with the map. */
export const PADS: Record<Medium, number> = { print: 1, screen: 14 };
const CARD_PAD = 9;
/** A title is smaller on a picture narrower than so many times its size. */
const NARROW = 24;

type Part = "title" | "subtitle" | "caption" | "treaties" | "notes";

/** One block of text. `isWhole` blocks are never shortened: sources, map credits, which a licence requires, and the caveats of treaty distances. */
interface Words {
  part: Part;
  text: string;
  isWhole: boolean;
}

/** The texts at one position, in reading order. */
function wordsAt(place: Place, figure: Figure, { translate, elements }: CompositionOptions): Words[] {
  const at = (part: keyof MapElements, text: string) => (elements[part] === place ? text : "");
  const sources = creditsOf(figure, translate).map(({ mark, words }) => `${mark}\u00A0${words}`);
  // One paragraph credits every number, as newspapers do.
  const notes = [
    at("illustrative", translate("illustrative")),
    sources.length > 0 ? at("sources", translate("picture.sources", { list: sources.join("; ") })) : "",
    at("credits", translate("credits.map")),
    at("madeWith", translate("picture.madeWith", { version: figure.catalogVersion })),
  ];
  const all: [Part, string][] = [
    ["title", at("title", figure.title)],
    ["subtitle", at("subtitle", figure.subtitle)],
    ["caption", at("caption", figure.captionIsOwn ? figure.caption : figure.subtitle === "" ? figure.deck : "")],
    ...figure.treaties.map((treaty): [Part, string] => [
      "treaties",
      place === "below" ? `${treaty.name}: ${treaty.caveat}` : "",
    ]),
    ["notes", notes.filter((text) => text !== "").join(" ")],
  ];
  return all.flatMap(([part, text]) =>
    text === "" ? [] : [{ part, text, isWhole: part === "treaties" || part === "notes" }],
  );
}

interface Look {
  size: number;
  weight: 400 | 700;
  leading: number;
}

function lookOf(part: Part, place: Place, { width, type: { title, deck, note } }: CompositionOptions): Look {
  const isOutside = place === "above" || place === "below";
  if (part === "title") {
    const size = isOutside ? Math.min(title, Math.max(title * 0.75, width / NARROW)) : title * 0.72;
    return { size, weight: 700, leading: size * 1.24 };
  }
  const isLead = (part === "subtitle" || part === "caption") && place !== "below";
  return isLead ? { size: deck, weight: 400, leading: deck * 1.36 } : { size: note, weight: 400, leading: note * 1.36 };
}

interface Line {
  text: string;
  part: Part;
  look: Look;
}

/** Breaks texts into lines. A text that would make the block higher than `most` is shortened with an ellipsis. */
function linesOf(words: Words[], place: Place, width: number, most: number, options: CompositionOptions): Line[] {
  const { measure } = options;
  let height = 0;
  return words.flatMap(({ part, text, isWhole }) => {
    const look = lookOf(part, place, options);
    const widthOf = (piece: string) => measure(piece, look.size, look.weight);
    const lines = wrapText(text, width, widthOf);
    if (!isWhole) {
      const rest = lines.splice(Math.max(1, Math.floor((most - height) / look.leading))).join(" ");
      if (rest !== "") lines.push(clipText(`${lines.pop() ?? ""} ${rest}`, width, widthOf));
    }
    height += lines.length * look.leading;
    return lines.map((line): Line => ({ text: line, part, look }));
  });
}

/** Stacks the lines. Each baseline is a fifth of the line height above the line's lower edge. */
function stack(lines: Line[], x: number, top: number, { theme }: CompositionOptions): TextShape[] {
  const ink = PICTURE_INKS[theme];
  let y = top;
  return lines.map(({ text, part, look: { size, weight, leading } }) => {
    y += leading;
    return {
      type: "text",
      x,
      y: y - leading * 0.24,
      text,
      size,
      weight,
      fill: part === "title" ? ink.ink : ink.muted,
    };
  });
}

const heightOf = (lines: Line[]): number => lines.reduce((sum, { look }) => sum + look.leading, 0);

/** The title, subtitle and deck above the map. */
export function headerShapes(figure: Figure, options: CompositionOptions): { shapes: Shape[]; height: number } {
  const { width, height, medium } = options;
  const pad = PADS[medium];
  // However long the texts are, the map keeps most of the picture.
  const lines = linesOf(wordsAt("above", figure, options), "above", width - 2 * pad, height * 0.28, options);
  const above = pad * 0.7;
  return {
    shapes: stack(lines, pad, above, options),
    height: lines.length === 0 ? 0 : above + heightOf(lines) + Math.max(6, pad * 0.6),
  };
}

/** The sources, credits and other texts below the map. */
export function footerShapes(figure: Figure, options: CompositionOptions): { shapes: Shape[]; height: number } {
  const { width, height, medium } = options;
  const pad = PADS[medium];
  const words = wordsAt("below", figure, options);
  const lines = linesOf(words, "below", width - 2 * pad, Infinity, options);
  const [above, below] = [4, Math.max(1, pad * 0.6)];
  const footer = lines.length === 0 ? 0 : heightOf(lines) + above + below;
  return { shapes: stack(lines, pad, height - footer + above, options), height: footer };
}

/** A card for each corner of the map that has texts. */
export function wordCards(
  figure: Figure,
  options: CompositionOptions,
  room: { width: number; height: number },
): [Corner, Card][] {
  const { measure, theme } = options;
  const ink = PICTURE_INKS[theme];
  return CORNERS.flatMap((corner): [Corner, Card][] => {
    const words = wordsAt(corner, figure, options);
    if (words.length === 0) return [];
    const lines = linesOf(words, corner, Math.max(100, room.width * 0.42) - 2 * CARD_PAD, room.height * 0.45, options);
    const width = Math.max(...lines.map(({ text, look }) => measure(text, look.size, look.weight))) + 2 * CARD_PAD;
    const height = heightOf(lines) + 2 * CARD_PAD - 6;
    const shapes = (x: number, y: number): Shape[] => [
      { type: "rect", x, y, width, height, fill: ink.paper, stroke: ink.rule, strokeWidth: 1, radius: 2 },
      ...stack(lines, x + CARD_PAD, y + CARD_PAD - 3, options),
    ];
    return [[corner, { width, height, shapes }]];
  });
}
