/**
 * Colours of the systems, as a line on a light ground and on a dark one. The first has a contrast of at least 4.5:1 with white (the text of
 * a pill), each one of 3:1 with the land and water of its theme. Two of one ground stay apart under protanopia, deuteranopia and tritanopia
 * because they differ in lightness as well as in hue; tests/figure/palette.test.ts computes all of it.
 */
const COLORS = {
  atacms: { light: "#cf2e2e", dark: "#ea5350" },
  "storm-shadow": { light: "#530a95", dark: "#d9c5fb" },
  "scalp-eg": { light: "#4e2400", dark: "#f9b23c" },
  tomahawk: { light: "#0b62e0", dark: "#3b8cf7" },
  patriot: { light: "#1a6a65", dark: "#a6f2d0" },
  nasams: { light: "#24262e", dark: "#8e9197" },
};

export const SYSTEM_COLORS: Record<string, string> = Object.fromEntries(
  Object.entries(COLORS).map(([system, { light }]) => [system, light]),
);

const DARK_OF: ReadonlyMap<string, string> = new Map(Object.values(COLORS).map(({ light, dark }) => [light, dark]));

/** For systems that the table does not name: a contributor's new system or a user's own. */
export const SPARE_COLORS = ["#8a1c7c", "#3f6212", "#7a4a00", "#1f5f7a", "#9d174d", "#3730a3"] as const;

/** The colour of a system, the same at every place and in every session. */
export function colorOf(systemId: string, position: number): string {
  return SYSTEM_COLORS[systemId] ?? SPARE_COLORS[position % SPARE_COLORS.length] ?? SPARE_COLORS[0];
}

/** A colour as a line or a swatch on a dark ground: a system's own, or the same hue lightened until it stands out there. */
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
