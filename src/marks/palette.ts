/**
 * Colours of systems for lines on a light and on a dark background. The first has a contrast of at least 4.5:1 with white, the text of a pill,
 * and both have at least 3:1 with the land and water of their theme. Colours of one theme differ in lightness as well as in hue, so that they
 * can be distinguished with protanopia, deuteranopia and tritanopia, and those for a light background in greyscale too;
 * tests/marks/palette.test.ts checks all of this.
 */
const COLORS = {
  atacms: { light: "#d70039", dark: "#ea5350" },
  "storm-shadow": { light: "#6d15a2", dark: "#d9c5fb" },
  "scalp-eg": { light: "#571a0e", dark: "#f9b23c" },
  tomahawk: { light: "#146bfd", dark: "#3b8cf7" },
  patriot: { light: "#005863", dark: "#a6f2d0" },
  nasams: { light: "#1b1d24", dark: "#8e9197" },
};

export const SYSTEM_COLORS: Record<string, string> = Object.fromEntries(
  Object.entries(COLORS).map(([system, { light }]) => [system, light]),
);

const DARK_OF: ReadonlyMap<string, string> = new Map(Object.values(COLORS).map(({ light, dark }) => [light, dark]));

/** Colours for systems that are not in the table: a contributor's new system or a user's own. */
export const SPARE_COLORS = ["#8a1c7c", "#3f6212", "#7a4a00", "#1f5f7a", "#9d174d", "#3730a3"] as const;

/** The colour of a system, the same everywhere and in every session. */
export function colorOf(systemId: string, position: number): string {
  return SYSTEM_COLORS[systemId] ?? SPARE_COLORS[position % SPARE_COLORS.length] ?? SPARE_COLORS[0];
}

/** The variant of a colour for a dark background: a system's own, or the same hue lightened until it has enough contrast. */
export function onDark(color: string): string {
  const ours = DARK_OF.get(color);
  if (ours !== undefined) return ours;
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel + (255 - channel) * 0.5)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
