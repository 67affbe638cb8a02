import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import { MAX_LAUNCH_POINTS } from "../../src/scenario/limits.ts";
import { LaunchGeometrySchema, ScenarioSchema } from "../../src/scenario/scenario.ts";
import { scenarioSchemaFile } from "../../src/scenario/scenarioSchemaFile.ts";
import { scenario as anyScenario } from "./arbitraries.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("ScenarioSchema", () => {
  it("requires only version and launch points, and has these defaults", () => {
    expect(ScenarioSchema.parse({ version: 1, launchPoints: [] })).toStrictEqual({
      version: 1,
      title: "",
      launchPoints: [],
      customSystems: [],
      display: { bands: true, coverage: false, units: "km", language: "en", projection: "mercator" },
    });
  });

  it("requires a launch point's id and geometry, and defaults to an empty name and no systems", () => {
    const geometry = { type: "Point", coordinates: [30, 50] };
    expect(ScenarioSchema.parse({ version: 1, launchPoints: [{ id: "a", geometry }] }).launchPoints).toStrictEqual([
      { id: "a", name: "", geometry, systems: [] },
    ]);
    expect(ScenarioSchema.safeParse({ version: 1, launchPoints: [{ geometry }] }).success).toBe(false);
    expect(ScenarioSchema.safeParse({ version: 1, launchPoints: [{ id: "a" }] }).success).toBe(false);
  });

  it.each([
    { type: "Point", coordinates: [-180, 90] },
    {
      type: "LineString",
      coordinates: [
        [30, 50],
        [31, 51],
      ],
    },
    {
      type: "Polygon",
      coordinates: [
        [
          [30, 50],
          [31, 50],
          [31, 51],
          [30, 50],
        ],
      ],
    },
    { type: "Country", code: "UA" },
    { type: "Country", code: "FR", parts: ["main"] },
  ])("accepts the geometry %j", (geometry) => {
    expect(LaunchGeometrySchema.parse(geometry)).toStrictEqual(geometry);
  });

  it.each([
    ["at the edge", [180, -90], true],
    ["past 180", [180.0001, 0], false],
    ["past 90", [0, 90.0001], false],
    ["not finite", [Number.NaN, 0], false],
    ["infinite", [Number.POSITIVE_INFINITY, 0], false],
  ])("validates a position %s: %j, %s", (_, coordinates, good) => {
    expect(LaunchGeometrySchema.safeParse({ type: "Point", coordinates }).success).toBe(good);
  });

  it("allows at most 20,000 launch points", () => {
    const launchPoints = Array.from({ length: MAX_LAUNCH_POINTS }, (_, index) => ({
      id: `p${index}`,
      geometry: { type: "Point", coordinates: [0, 0] },
    }));
    expect(ScenarioSchema.safeParse({ version: 1, launchPoints }).success).toBe(true);
    expect(ScenarioSchema.safeParse({ version: 1, launchPoints: [...launchPoints, launchPoints[0]] }).success).toBe(
      false,
    );
  });
});

describe("emptyScenario", () => {
  it("equals a parsed empty file, with the given display settings", () => {
    expect(emptyScenario({ language: "uk", units: "nmi" })).toStrictEqual(
      ScenarioSchema.parse({ version: 1, launchPoints: [], display: { language: "uk", units: "nmi" } }),
    );
  });
});

describe("public/schemas/scenario.schema.json", () => {
  const [path, text] = Object.entries(scenarioSchemaFile())[0]!;
  const published = JSON.parse(readFileSync(root + path, "utf8")) as z.core.JSONSchema.JSONSchema;

  it("matches the Zod schema (npm run schemas)", () => {
    expect(path).toBe("public/schemas/scenario.schema.json");
    expect(readFileSync(root + path, "utf8")).toBe(text);
  });

  it("requires the same fields as the program", () => {
    expect(published.required).toEqual(["version", "launchPoints"]);
    const schema = z.fromJSONSchema(published);
    fc.assert(
      fc.property(anyScenario, (scenario) => schema.safeParse(JSON.parse(JSON.stringify(scenario))).success),
      { numRuns: 40 },
    );
    for (const broken of [
      { version: 2, launchPoints: [] },
      { version: 1 },
      { version: 1, launchPoints: [{ id: "a", geometry: { type: "Point", coordinates: [30, 95] } }] },
      { version: 1, launchPoints: [{ id: "a", geometry: { type: "Country", code: "ua" } }] },
      { version: 1, launchPoints: [], display: { units: "furlong" } },
    ])
      expect(schema.safeParse(broken).success, JSON.stringify(broken)).toBe(false);
  });
});
