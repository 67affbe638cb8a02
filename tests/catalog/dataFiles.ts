import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(root + path, "utf8"));

/** The contents of data/ in the form that parseCatalog expects. */
export function dataFiles(): Record<string, unknown> {
  const systems = readdirSync(`${root}data/systems`).map((name) => `systems/${name}`);
  const names = ["catalog.json", "sources.json", "articles.json", "treaties.json", "changes.json", ...systems];
  return Object.fromEntries(names.map((name) => [`data/${name}`, readJson(`data/${name}`)]));
}

/** The contents of data/ with a fixture added as data/systems/example.json. */
export function withFixture(name: string): Record<string, unknown> {
  return { ...dataFiles(), "data/systems/example.json": readJson(`tests/catalog/fixtures/${name}.json`) };
}
