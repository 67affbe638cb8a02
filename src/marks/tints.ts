import type { Tint } from "../scenario/notes.ts";
import { type Inks, inksOf, type Theme } from "./inks.ts";

/** A tint for land: its colours, and how much of them is laid over the land. */
export interface TintLook {
  inks: Inks;
  opacity: Readonly<Record<Theme, number>>;
}

/** A tint keeps its hue on a dark map, where the colours of lines are lightened. */
const tintInks = (color: string): Inks => ({ ...inksOf(color), dark: inksOf(color).light });

/**
 * Quiet tints, which leave names and rings over them readable: tests/marks/tints.test.ts holds them to that. In print they are greys that can be
 * told apart.
 */
export const TINT_LOOKS: Readonly<Record<Tint, TintLook>> = {
  sand: { inks: tintInks("#a8791f"), opacity: { light: 0.24, dark: 0.2, print: 0.1 } },
  sage: { inks: tintInks("#4d8452"), opacity: { light: 0.22, dark: 0.22, print: 0.19 } },
  mauve: { inks: tintInks("#8f5f9e"), opacity: { light: 0.22, dark: 0.26, print: 0.29 } },
  slate: { inks: tintInks("#4a7bab"), opacity: { light: 0.22, dark: 0.22, print: 0.4 } },
};
