import { readFileSync } from "node:fs";
import type { DeskCatalog } from "../../src/catalog/deskCatalog.ts";
import { parseDeskCatalog } from "../../src/scenario/parseDeskCatalog.ts";

const FILE = new URL("../../data/examples/newsroom-catalog.json", import.meta.url);

/** The text of the example in data/examples. */
export const deskText = readFileSync(FILE, "utf8");

/** The example as its file has it, new for each caller to change. */
export const deskJson = (): DeskCatalog => JSON.parse(deskText) as DeskCatalog;

const parsed = parseDeskCatalog("newsroom-catalog.json", deskJson());
if (!parsed.ok) throw new Error("data/examples/newsroom-catalog.json has faults");

/** The example as a map carries it. */
export const desk: DeskCatalog = parsed.catalog;
