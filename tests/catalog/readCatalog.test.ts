import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, createServer } from "vite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogPlugin } from "../../src/catalog/catalogPlugin.ts";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { schemaFiles } from "../../src/catalog/schemaFiles.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "range-rings-catalog-"));
  for (const name of ["catalog.json", "sources.json", "articles.json", "treaties.json", "changes.json", "systems"])
    cpSync(join(project, "data", name), join(root, "data", name), { recursive: true });
  writeFileSync(join(root, "index.html"), "<title>Catalog</title>");
});
afterEach(() => rmSync(root, { recursive: true }));

const breakSource = () => {
  const file = join(root, "data/systems/nasams.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"source": "S76"', '"source": "S99"'));
};
const FAULT = 'data/systems/nasams.json: figures[1].source: "S99" is not in data/sources.json';

describe("readCatalog", () => {
  it("reads the catalogue from disk", () => {
    expect(readCatalog(root)).toEqual(readCatalog());
  });

  it("reports the file, the field and the value", () => {
    breakSource();
    expect(() => readCatalog(root)).toThrow(FAULT);
  });

  it("reports a file that is not JSON, only once", () => {
    writeFileSync(join(root, "data/systems/atacms.json"), '{ "id": "atacms", }');
    expect(() => readCatalog(root)).toThrow(/^data\/systems\/atacms\.json: is not JSON: .*$/);
  });

  it("reports a missing file", () => {
    rmSync(join(root, "data/catalog.json"));
    expect(() => readCatalog(root)).toThrow(/^data\/catalog\.json: is missing$/);
  });
});

describe("catalogPlugin", { timeout: 30_000 }, () => {
  const run = () => build({ root, configFile: false, logLevel: "silent", plugins: [catalogPlugin()] });

  it("accepts a valid catalogue", async () => {
    await expect(run()).resolves.toBeDefined();
  });

  it("fails the build of an invalid one", async () => {
    breakSource();
    await expect(run()).rejects.toThrow(FAULT);
  });

  it("fails on a catalogue file in development until it is corrected", async () => {
    const server = await createServer({
      root,
      configFile: false,
      logLevel: "silent",
      plugins: [catalogPlugin()],
      server: { middlewareMode: true, ws: false },
    });
    breakSource();
    await expect(server.transformRequest("/data/systems/nasams.json")).rejects.toThrow(FAULT);
    cpSync(join(project, "data/systems/nasams.json"), join(root, "data/systems/nasams.json"));
    await expect(server.transformRequest("/data/systems/nasams.json")).resolves.toBeDefined();
    await server.close();
  });
});

describe("the JSON Schemas in public/", () => {
  it.each(Object.entries(schemaFiles()))("%s matches the Zod schema (npm run schemas)", (path, text) => {
    expect(readFileSync(join(project, path), "utf8")).toBe(text);
  });

  it.each(["systems/atacms.json", "sources.json", "articles.json", "treaties.json", "changes.json", "catalog.json"])(
    "data/%s points at its schema",
    (name) => {
      const file = join(project, "data", name);
      const { $schema } = JSON.parse(readFileSync(file, "utf8")) as { $schema: string };
      expect(Object.keys(schemaFiles()).map((path) => join(project, path))).toContain(join(file, "..", $schema));
    },
  );
});
