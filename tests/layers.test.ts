import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));

/**
 * The folders, lowest first, and what each may import besides its own files; a folder never imports from a higher one. The README's table of
 * folders is checked against this list.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  geodesy: [],
  i18n: [],
  catalog: ["i18n"],
  scenario: ["i18n", "catalog"],
  input: ["i18n", "catalog", "scenario"],
  marks: ["geodesy", "i18n", "catalog", "scenario"],
  figure: ["i18n", "catalog", "scenario", "marks"],
  map: ["geodesy", "i18n", "catalog", "marks", "figure"],
  picture: ["geodesy", "i18n", "catalog", "scenario", "marks", "figure", "map"],
  files: ["i18n", "catalog", "scenario", "marks", "figure", "map", "picture"],
  comparison: ["i18n", "catalog", "scenario", "marks", "figure", "picture", "files"],
  reach: ["geodesy", "i18n", "catalog", "scenario", "input", "marks", "figure", "files"],
  state: ["i18n", "catalog", "scenario", "marks", "figure", "map"],
  ui: [
    "geodesy",
    "i18n",
    "catalog",
    "scenario",
    "input",
    "marks",
    "figure",
    "map",
    "picture",
    "files",
    "comparison",
    "reach",
    "state",
  ],
  app: ["i18n", "catalog", "scenario", "marks", "figure", "comparison", "map", "state", "ui"],
  cli: ["i18n", "catalog", "scenario", "marks", "figure", "map", "picture", "files"],
};

interface Import {
  file: string;
  from: string;
  /** Whether only types are imported, which do not exist at run time. */
  typesOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s+)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|new URL\(\s*"(\.[^"]+)"\s*,\s*import\.meta\.url/gm;

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(?:tsx?|mjs)$/.test(path));
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(root + file, "utf8").matchAll(IMPORT)].map((match) => ({
    file,
    from: match[2] ?? match[3] ?? match[4] ?? match[5] ?? "",
    typesOnly: match[1] !== undefined,
  })),
);

/** The folder of src/ that is imported; undefined outside src/. */
function folderOf({ file, from }: Import): string | undefined {
  if (!from.startsWith(".")) return undefined;
  const path = relative(root, resolve(root, dirname(file), from)).replaceAll("\\", "/");
  return path.startsWith("..") ? undefined : path.split("/")[0];
}

const folders = [...new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]!))];

describe("the folders of src/", () => {
  it("are those of the table, which has no cycle", () => {
    expect(folders.toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
    const order = Object.keys(MAY_IMPORT);
    for (const [folder, below] of Object.entries(MAY_IMPORT))
      for (const other of below)
        expect(order.indexOf(other), `${folder} imports ${other}`).toBeLessThan(order.indexOf(folder));
  });

  it("match the table in the README", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const rows = [...readme.matchAll(/^\| `src\/(\w+)\/` *\|[^|]+\| ([^|]+?) *\|$/gm)].map(([, folder, list]) => [
      folder,
      list,
    ]);
    expect(rows).toEqual(
      Object.entries(MAY_IMPORT).map(([folder, below]) => [folder, below.length === 0 ? "nothing" : below.join(", ")]),
    );
  });

  it("have imports that this test recognises", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.filter((item) => folderOf(item) !== undefined).length).toBeGreaterThan(300);
    expect(imports).toContainEqual({ file: "figure/buildFigure.ts", from: "./bounds.ts", typesOnly: false });
    expect(imports).toContainEqual({ file: "state/figureStore.ts", from: "../catalog/catalog.ts", typesOnly: true });
  });

  it.each(Object.entries(MAY_IMPORT))("%s imports only its own files and %j", (folder, below) => {
    const wrong = imports
      .filter((item) => item.file.startsWith(`${folder}/`))
      .flatMap((item) => {
        const to = folderOf(item);
        return to === undefined || to === folder || below.includes(to) ? [] : [`${item.file} imports ${item.from}`];
      });
    expect(wrong).toEqual([]);
  });

  it("are at most two deep, and none is called utils, helpers or common", () => {
    expect(files.filter((file) => file.split("/").length > 3)).toEqual([]);
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common)(?:\/|\.)/.test(file))).toEqual([]);
  });
});

describe("libraries", () => {
  const users = (library: RegExp, values = true) =>
    [
      ...new Set(
        imports
          .filter(({ from, typesOnly }) => library.test(from) && !(values && typesOnly))
          .map(({ file }) => posix.dirname(file).split("/")[0]!),
      ),
    ].sort();

  it("React is used only in ui and the composition root", () => {
    expect(users(/^react(?:-|\/|$)/, false)).toEqual(["app", "ui"]);
  });

  it("MapLibre is used only in map and for pictures; below map not even its types", () => {
    expect(users(/^maplibre-gl/).filter((folder) => !["map", "picture", "ui", "app"].includes(folder))).toEqual([]);
    expect(
      users(/^maplibre-gl/, false).filter((folder) =>
        ["geodesy", "i18n", "catalog", "scenario", "input", "marks", "figure", "state"].includes(folder),
      ),
    ).toEqual([]);
  });

  it("nothing that the page loads imports Node's modules, code for Node, or the reader of data/", () => {
    const loaded = new Set<string>();
    const load = (file: string) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const item of imports) {
        if (item.file !== file || item.typesOnly || !item.from.startsWith(".")) continue;
        load(relative(root, resolve(root, dirname(file), item.from.replace(/\?.*$/, ""))).replaceAll("\\", "/"));
      }
    };
    load("app/main.ts");
    expect(loaded.size).toBeGreaterThan(100);
    expect(imports.filter(({ file, from }) => loaded.has(file) && from.startsWith("node:"))).toEqual([]);
    expect([...loaded].filter((file) => file.startsWith("cli/"))).toEqual([]);
  });

  it("only app imports the live map", () => {
    expect(
      imports.flatMap(({ file, from, typesOnly }) =>
        from.endsWith("/MapView.ts") && !typesOnly && !file.startsWith("app/") && !file.startsWith("map/")
          ? [file]
          : [],
      ),
    ).toEqual([]);
  });
});
