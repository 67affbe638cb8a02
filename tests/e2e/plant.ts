import type { BrowserContext } from "@playwright/test";

const TWO_POINTS = [
  {
    id: "a",
    name: "Odesa",
    geometry: { type: "Point", coordinates: [30.72, 46.48] },
    systems: ["atacms", "nasams", "storm-shadow", "own"],
  },
  {
    id: "b",
    name: "Kyiv",
    group: "North",
    geometry: { type: "Point", coordinates: [30.52, 50.45] },
    systems: ["patriot", "tomahawk"],
  },
];

interface Plant {
  language?: string;
  theme?: string;
  launchPoints?: unknown[];
}

/** Starts the pages of a context with a saved session, until a page has saved its own. */
export async function plantSession(
  context: BrowserContext,
  { language = "en", theme = "light", launchPoints = TWO_POINTS }: Plant = {},
): Promise<void> {
  const customSystems = [{ id: "own", name: "Own", rangeKm: { min: 100, max: 200 }, kind: "other" }];
  const scenario = {
    version: 1,
    title: "A map",
    launchPoints,
    customSystems,
    display: { language },
    view: { center: [31, 48], zoom: 4 },
  };
  await context.addInitScript((text) => {
    if (!localStorage.getItem("range-rings.autosave")) localStorage.setItem("range-rings.autosave", text);
  }, JSON.stringify({ scenario, theme }));
}
