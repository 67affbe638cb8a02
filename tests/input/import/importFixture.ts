import { readFileSync } from "node:fs";
import { readCatalog } from "../../../src/catalog/readCatalog.ts";
import { buildImportContext, type ImportContext, type Imported } from "../../../src/input/import/imported.ts";
import { parseImport } from "../../../src/input/import/parseImport.ts";

export const FIXTURES = new URL("fixtures/", import.meta.url);
export const context: ImportContext = buildImportContext(readCatalog());

export const readFixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, FIXTURES)));

export const importFixture = (name: string, given = context): Imported =>
  parseImport({ name, bytes: readFixture(name) }, given);

export const importText = (content: string, name = "", given = context): Imported =>
  parseImport({ name, bytes: new TextEncoder().encode(content) }, given);

/** Each problem with its row: `2 latitude`. */
export const codesOf = (imported: Imported): string[] =>
  imported.problems.map(({ row, code }) => `${row ?? "-"} ${code}`);

/** Each draft's name and position, or the type of its geometry. */
export const placesOf = (imported: Imported): unknown[] =>
  imported.drafts.map(({ name, geometry }) => [
    name,
    ...(geometry.type === "Point" ? geometry.coordinates : [geometry.type]),
  ]);
