import { FONT_STACK } from "../fonts/fontFaces.ts";
import type { Group } from "../scene/scene.ts";
import type { PathShape, RectShape, Shape, TextShape } from "../scene/shapes.ts";
import { escapeAttribute, escapeXml } from "./xml.ts";

/** Converts a text to SVG path data, so that the file needs no font. */
export type OutlineText = (text: TextShape) => string;

export const svgNumber = (value: number): string => String(Math.round(value * 100) / 100);

type Attributes = Record<string, string | number | undefined>;

export function attributes(list: Attributes): string {
  return Object.entries(list)
    .flatMap(([name, value]) =>
      value === undefined || value === ""
        ? []
        : ` ${name}="${escapeAttribute(typeof value === "number" ? svgNumber(value) : value)}"`,
    )
    .join("");
}

/** Makes ids that are unique in the file and begin with a letter, whatever the ids in the scenario are. */
class SvgIds {
  readonly #used = new Set<string>();

  next(name: string): string {
    const plain = name.normalize("NFC").replace(/[^\p{L}\p{N}_-]+/gu, "-");
    const base = /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
    let id = base;
    for (let count = 2; this.#used.has(id); count += 1) id = `${base}-${count}`;
    this.#used.add(id);
    return id;
  }
}

const rectAttributes = ({ x, y, width, height, fill, stroke, strokeWidth, radius }: RectShape): Attributes => ({
  x,
  y,
  width,
  height,
  rx: radius,
  fill: fill ?? "none",
  stroke,
  "stroke-width": stroke ? strokeWidth : undefined,
});

const pathAttributes = (shape: PathShape): Attributes => ({
  d: shape.data,
  fill: shape.fill ?? "none",
  "fill-opacity": shape.fillOpacity,
  "fill-rule": shape.fill ? "evenodd" : undefined,
  stroke: shape.stroke,
  "stroke-opacity": shape.strokeOpacity,
  "stroke-width": shape.stroke ? shape.width : undefined,
  "stroke-linejoin": shape.stroke ? "round" : undefined,
  "stroke-linecap": shape.roundCap ? "round" : undefined,
  "stroke-dasharray": shape.dash?.map(svgNumber).join(" "),
});

/** The attributes that a run of texts shares, written once on their group. */
const textStyle = (text: TextShape): Attributes => ({
  "font-size": text.size,
  "font-weight": text.weight === 400 ? undefined : text.weight,
  "font-style": text.italic ? "italic" : undefined,
  "letter-spacing": text.letterSpacing || undefined,
  "text-anchor": text.align === "start" ? undefined : text.align,
});

/** Writes shapes as SVG elements with ids that are unique in the file. */
export class SvgWriter {
  readonly #ids = new SvgIds();
  readonly #outline: OutlineText | undefined;

  /** @param reserved ids that the rest of the file uses */
  constructor(reserved: string[], outline?: OutlineText) {
    this.#outline = outline;
    for (const id of reserved) this.#ids.next(id);
  }

  group({ id, items, clip }: Group, isTop = true): string {
    const own = isTop ? id : this.#ids.next(id);
    const inner = this.items(items);
    if (!clip) return `<g id="${escapeAttribute(own)}">\n${inner}</g>\n`;
    const clipId = this.#ids.next(`${id}-clip`);
    const circle = `<circle${attributes({ cx: clip.x, cy: clip.y, r: clip.radius })}/>`;
    return `<g id="${escapeAttribute(own)}"><clipPath id="${escapeAttribute(clipId)}">${circle}</clipPath><g clip-path="url(#${escapeAttribute(clipId)})">\n${inner}</g></g>\n`;
  }

  items(items: Group["items"]): string {
    let out = "";
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as Group | Shape;
      if ("items" in item) out += this.group(item, false);
      else if (item.type !== "text") out += this.#shape(item);
      else {
        const run = [item];
        for (
          let next = items[index + 1];
          next && "type" in next && next.type === "text" && sameStyle(item, next);
          next = items[index + 1]
        ) {
          run.push(next);
          index += 1;
        }
        out += this.#texts(run);
      }
    }
    return out;
  }

  #shape(shape: Exclude<Shape, TextShape>): string {
    if (shape.type === "rect") return `<rect${attributes(rectAttributes(shape))}/>\n`;
    if (shape.type === "circle") {
      const { x, y, radius, fill, stroke, strokeWidth } = shape;
      return `<circle${attributes({ cx: x, cy: y, r: radius, fill: fill ?? "none", stroke, "stroke-width": strokeWidth })}/>\n`;
    }
    if (shape.type === "path")
      return `<path${attributes({ id: shape.name && this.#ids.next(shape.name), ...pathAttributes(shape) })}/>\n`;
    if (shape.width === 0) return "";
    const points = shape.points.map(([x, y]) => `${svgNumber(x)},${svgNumber(y)}`).join(" ");
    return `<polyline${attributes({ points, fill: "none", stroke: shape.stroke, "stroke-width": shape.width, "stroke-dasharray": shape.dash?.join(" ") })}/>\n`;
  }

  /**
   * Writes texts of the same style. Each halo is a `<use>` of its text, drawn first, because some programs do not support `paint-order`. The
   * text is in the file only once, so that an edit changes its halo too.
   */
  #texts(run: TextShape[]): string {
    const [first] = run as [TextShape, ...TextShape[]];
    const outline = this.#outline;
    const ids = first.halo ? run.map((text) => this.#ids.next(`text-${text.text.slice(0, 24)}`)) : [];
    const texts = run.map((text, index) =>
      outline
        ? `<path${attributes({ id: ids[index], d: outline(text) })}><title>${escapeXml(text.text)}</title></path>`
        : `<text${attributes({ id: ids[index], x: text.x, y: text.y })} xml:space="preserve">${escapeXml(text.text)}</text>`,
    );
    const style = outline ? {} : textStyle(first);
    const halo = first.halo;
    const uses = halo
      ? `<g${attributes({ fill: halo.color, stroke: halo.color, "stroke-width": halo.width * 2, "stroke-linejoin": "round" })} aria-hidden="true">${ids.map((id) => `<use xlink:href="#${escapeAttribute(id)}"/>`).join("")}</g>\n`
      : "";
    return `<g${attributes(style)}>\n${uses}<g${attributes({ fill: first.fill })}>\n${texts.join("\n")}\n</g>\n</g>\n`;
  }
}

function sameStyle(a: TextShape, b: TextShape): boolean {
  return (
    a.fill === b.fill &&
    a.halo?.color === b.halo?.color &&
    a.halo?.width === b.halo?.width &&
    JSON.stringify(textStyle(a)) === JSON.stringify(textStyle(b))
  );
}

export interface SvgDocument {
  /** Pixels of the file. */
  width: number;
  height: number;
  /** The size of the layout, in whose pixels shapes are given. */
  layout: { width: number; height: number };
  language: string;
  title: string;
  description: string;
  metadata?: string;
  defs?: string;
  body: string;
}

/** A complete SVG 1.1 file that uses only features which Illustrator, Inkscape and Figma support. It reserves the ids `title` and `description`. */
export function svgDocument({ width, height, layout, language, title, description, ...parts }: SvgDocument): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"${attributes({ width, height })} viewBox="0 0 ${svgNumber(layout.width)} ${svgNumber(layout.height)}" xml:lang="${language}" lang="${language}" role="img" aria-labelledby="title description"${attributes({ "font-family": FONT_STACK })}>\n`,
    `<title id="title">${escapeXml(title)}</title>\n<desc id="description">${escapeXml(description)}</desc>\n`,
    parts.metadata ?? "",
    parts.defs ?? "",
    parts.body,
    "</svg>\n",
  ].join("");
}
