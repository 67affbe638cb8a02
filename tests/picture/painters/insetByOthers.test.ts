import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { readCatalog } from "../../../src/catalog/readCatalog.ts";
import { renderScenario } from "../../../src/cli/renderScenario.ts";

/** Two launch points an ocean apart, one on each side of the antimeridian, with an inset of the second. */
const FAR_APART = readFileSync(new URL("../../golden/antimeridian.json", import.meta.url), "utf8");

it("fills an inset across the antimeridian evenly, in another program too", async () => {
  const request = {
    inputs: [],
    format: "svg",
    theme: "light",
    text: "named",
    width: 960,
    height: 600,
    dpi: 96,
  } as const;
  const svg = String(await renderScenario(FAR_APART, readCatalog(), { ...request, inputs: [] }));
  const [, x = "", y = "", radius = ""] =
    /id="inset-clip"><circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/.exec(svg) ?? [];
  const top = Number(/id="map" transform="translate\(0 ([\d.]+)\)/.exec(svg)?.[1]);
  const scale = 960 / Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
  const { pixels, width } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const colorAt = (share: number) => {
    const column = Math.round((Number(x) + share * Number(radius)) * scale);
    const row = Math.round((Number(y) + top + 0.03 * Number(radius)) * scale);
    return [...pixels.subarray((row * width + column) * 4, (row * width + column) * 4 + 3)].join();
  };
  // Between the outer ring and the rim lies the water under every tint of the longest range, alike on both sides.
  const water = "207,223,232";
  expect(colorAt(0.93)).not.toBe(water);
  expect(colorAt(-0.93)).toBe(colorAt(0.93));
});
