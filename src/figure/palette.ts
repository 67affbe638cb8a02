/**
 * Line colours of the systems. Each has a contrast of at least 4.5:1 with white (the text of a pill) and 3:1 with the light land and water,
 * and stays apart from the others under protanopia, deuteranopia and tritanopia; tests/figure/palette.test.ts computes all three.
 */
export const SYSTEM_COLORS: Record<string, string> = {
  atacms: "#c4122f",
  "storm-shadow": "#6a3d9a",
  "scalp-eg": "#a8510a",
  tomahawk: "#0b57b0",
  patriot: "#00695c",
  nasams: "#4d4f53",
};

/** For systems that the table does not name: a contributor's new system or a user's own. */
const SPARE_COLORS = ["#8a1c7c", "#3f6212", "#7a4a00", "#1f5f7a", "#9d174d", "#3730a3"] as const;

/** The colour of a system, the same at every place and in every session. */
export function colorOf(systemId: string, position: number): string {
  return SYSTEM_COLORS[systemId] ?? SPARE_COLORS[position % SPARE_COLORS.length] ?? SPARE_COLORS[0];
}

/** A system's colour as a line or a swatch on a dark ground: the same hue, lightened until it stands out there. */
export function onDark(color: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${channels.map((channel) => Math.round(channel + (255 - channel) * 0.5).toString(16).padStart(2, "0")).join("")}`;
}
