import { onDark } from "./palette.ts";

/** The themes of a map: light, dark, and black ink on white paper. */
export type Theme = "light" | "dark" | "print";

/** A colour for lines and areas, and one for text on that colour. */
export interface Ink {
  line: string;
  text: string;
}

export type Inks = Readonly<Record<Theme, Ink>>;

/** The contrast that WCAG AA requires for text. */
const LEAST_CONTRAST = 4.5;
const LIGHT_TEXT = "#ffffff";
const DARK_TEXT = "#15191e";

const channelLuminance = (channel: number): number =>
  channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** Relative luminance of `#rrggbb`, from 0 to 1, as WCAG 2 defines it. */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channelLuminance(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21, as WCAG 2 defines it. */
export function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const inkOf = (line: string): Ink => ({
  line,
  text: contrastOf(line, LIGHT_TEXT) >= LEAST_CONTRAST ? LIGHT_TEXT : DARK_TEXT,
});

const BLACK = inkOf("#000000");
const known = new Map<string, Inks>();

/** The inks of a colour in each theme. Only this function derives them. Print is black and white. */
export function inksOf(color: string): Inks {
  let inks = known.get(color);
  if (!inks) known.set(color, (inks = { light: inkOf(color), dark: inkOf(onDark(color)), print: BLACK }));
  return inks;
}

/** A colour for text on a background: the colour itself, or the same hue darkened or lightened until it has enough contrast. */
export function readableOn(color: string, background: string): string {
  const towards = luminanceOf(background) > 0.4 ? 0 : 255;
  for (let share = 0; share < 1; share += 0.06) {
    const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    const mixed = `#${channels
      .map((channel) =>
        Math.round(channel + (towards - channel) * share)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`;
    if (contrastOf(mixed, background) >= LEAST_CONTRAST) return mixed;
  }
  return towards === 0 ? "#000000" : "#ffffff";
}
