import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import type { RenderRequest } from "../../src/cli/renderArguments.ts";
import { renderScenario } from "../../src/cli/renderScenario.ts";

const FOLDER = fileURLToPath(new URL("./", import.meta.url));
const catalog = readCatalog();

/** Names of the reference figures. */
export const FIGURE_NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -5))
  .sort();

export const figureFile = (name: string, extension: string): string => `${FOLDER}${name}.${extension}`;

/** Draws a reference figure. The theme is in its name, because scenarios have none. */
export async function renderFigure(name: string): Promise<string> {
  const theme: RenderRequest["theme"] = name === "dark" || name === "print" ? name : "light";
  const request: RenderRequest = {
    inputs: [],
    out: "-",
    format: "svg",
    theme,
    text: "named",
    width: 960,
    height: 600,
    dpi: 96,
  };
  const svg = await renderScenario(readFileSync(figureFile(name, "json"), "utf8"), catalog, request);
  return String(svg);
}
