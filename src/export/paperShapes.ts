import type { Figure } from "../figure/figure.ts";
import type { Translate } from "../i18n/messages.ts";
import type { CompositionOptions } from "./composition.ts";
import { DEFAULT_FURNITURE } from "./furniture.ts";
import { clipText, type Shape, wrapText } from "./shapes.ts";
import { sourceInWords } from "./sourceWords.ts";

const PAD = 28;
const SMALL = 13;

/** `¹` to tell which source line a number of the legend belongs to. */
export const superscript = (number: number): string => [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

/** Title and what is under it, over the map. */
export function headerShapes(figure: Figure, { width, height, measure, ink, furniture = DEFAULT_FURNITURE }: CompositionOptions): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let y = PAD;
  const block = (text: string, size: number, weight: 400 | 700, fill: string, leading: number) => {
    const widthOf = (part: string) => measure(part, size, weight);
    const lines = wrapText(text, width - 2 * PAD, widthOf);
    // However much there is to say, the map keeps most of the picture.
    const most = Math.max(1, Math.floor((height * 0.28 - (y - PAD)) / leading));
    const rest = lines.splice(most).join(" ");
    if (rest !== "") lines.push(clipText(`${lines.pop() ?? ""} ${rest}`, width - 2 * PAD, widthOf));
    for (const line of lines) {
      y += leading;
      shapes.push({ type: "text", x: PAD, y: y - leading * 0.22, text: line, size, weight, fill });
    }
  };
  if (furniture.title && figure.title) block(figure.title, 34, 700, ink.ink, 42);
  if (furniture.caption && (figure.subtitle || figure.caption)) block(figure.subtitle || figure.caption, 18, 400, ink.muted, 26);
  return { shapes, height: shapes.length === 0 ? 0 : y + PAD * 0.6 };
}

function footerLines(figure: Figure, translate: Translate, { furniture = DEFAULT_FURNITURE }: Pick<CompositionOptions, "furniture">): string[] {
  const sources = figure.sources.map((source, index) => `${superscript(index + 1)}\u00A0${sourceInWords(source, translate)}`);
  // A treaty's distance is never shown without what it does not say.
  const treaties = figure.treaties.map((treaty) => `${treaty.name}: ${treaty.caveat}`);
  const credits = [...(furniture.illustrative ? [translate("illustrative")] : []), translate("credits.map"), translate("picture.madeWith", { version: figure.catalogVersion })];
  return [
    // The subtitle has taken the caption's place over the map.
    ...(furniture.caption && figure.subtitle && figure.caption ? [figure.caption] : []),
    ...treaties,
    ...(furniture.sources && sources.length > 0 ? [translate("picture.sources", { list: sources.join("; ") })] : []),
    credits.join(" "),
  ];
}

/** Sources, credits and the illustrative line, under the map. */
export function footerShapes(figure: Figure, options: CompositionOptions): { shapes: Shape[]; height: number } {
  const { width, height, measure, ink, translate } = options;
  const leading = SMALL * 1.45;
  const lines = footerLines(figure, translate, options).flatMap((line) => wrapText(line, width - 2 * PAD, (part) => measure(part, SMALL, 400)));
  const footer = lines.length * leading + PAD;
  const shapes = lines.map(
    (text, index): Shape => ({ type: "text", x: PAD, y: height - footer + PAD * 0.5 + leading * (index + 0.8), text, size: SMALL, weight: 400, fill: ink.muted }),
  );
  return { shapes, height: footer };
}
