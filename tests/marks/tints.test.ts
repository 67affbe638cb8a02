import { describe, expect, it } from "vitest";
import { basemapPalette } from "../../src/map/basemapPalette.ts";
import { onDark, SYSTEM_COLORS } from "../../src/marks/palette.ts";
import { TINT_LOOKS } from "../../src/marks/tints.ts";
import type { Theme } from "../../src/marks/inks.ts";
import { TINTS } from "../../src/scenario/notes.ts";
import { contrast } from "./colorVision.ts";

const channels = (color: string): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
/** Land under a tint. */
function tinted(tint: (typeof TINTS)[number], theme: Theme): string {
  const { inks, opacity } = TINT_LOOKS[tint];
  const over = channels(inks[theme].line);
  const mixed = channels(basemapPalette[theme].land).map((land, index) =>
    Math.round(land + ((over[index] ?? 0) - land) * opacity[theme]),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
const each = (["light", "dark", "print"] as const).flatMap((theme) => TINTS.map((tint) => [tint, theme] as const));

describe("a tint", () => {
  it.each(each)("%s in %s lets names of places be read", (tint, theme) => {
    const { placeLabel, placeLabelMinor } = basemapPalette[theme];
    for (const label of [placeLabel, placeLabelMinor])
      expect(contrast(label, tinted(tint, theme)), label).toBeGreaterThanOrEqual(4.5);
  });

  it.each(each)("%s in %s can be told from land", (tint, theme) => {
    expect(contrast(basemapPalette[theme].land, tinted(tint, theme))).toBeGreaterThan(1.15);
  });

  it.each(each.filter(([, theme]) => theme !== "print"))("%s in %s is quiet beside every ring", (tint, theme) => {
    for (const [system, color] of Object.entries(SYSTEM_COLORS)) {
      const ring = theme === "dark" ? onDark(color) : color;
      expect(contrast(ring, tinted(tint, theme)), system).toBeGreaterThanOrEqual(3);
    }
  });

  it("is a grey in print that differs from the others", () => {
    const greys = TINTS.map((tint) => tinted(tint, "print"));
    for (const grey of greys) expect(new Set(channels(grey)).size).toBe(1);
    greys.slice(1).forEach((grey, index) => expect(contrast(grey, greys[index]!)).toBeGreaterThan(1.15));
  });
});
