import { describe, expect, it } from "vitest";
import { MAX_CONTEXT_POSITIONS, MAX_POSITIONS } from "../../src/scenario/limits.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";

const parse = (parts: Record<string, unknown>) => parseScenario({ version: 1, launchPoints: [], ...parts }, []);
const layer = (features: unknown[]) => ({ id: "c1", name: "Roads", color: "#5b6470", features });

describe("a saved map", () => {
  it("without notes has no fields for them", () => {
    const { scenario, problems } = parse({ annotations: [], contextLayers: [] });
    expect(problems).toEqual([]);
    for (const field of ["distanceLines", "highlights", "annotations", "contextLayers"])
      expect(scenario).not.toHaveProperty(field);
  });

  it("fills in what a note leaves open", () => {
    const { scenario, problems } = parse({
      distanceLines: [{ id: "d1", from: { lngLat: [30, 50] }, to: { lngLat: [37, 55] } }],
      highlights: [{ id: "h1", countries: ["UA"] }],
      contextLayers: [layer([{ geometry: { type: "Point", coordinates: [1, 2] } }])],
    });
    expect(problems).toEqual([]);
    expect(scenario?.distanceLines?.[0]?.from.name).toBe("");
    expect(scenario?.highlights?.[0]?.tint).toBe("sand");
    expect(scenario?.contextLayers?.[0]).toMatchObject({ width: 1, dash: "solid" });
  });

  it.each([
    ["an annotation in no place", { annotations: [{ id: "a1", text: "x", lngLat: [30, 95] }] }, "latitude"],
    ["an annotation that says nothing", { annotations: [{ id: "a1", text: "", lngLat: [30, 50] }] }, "tooShort"],
    ["an unknown tint", { highlights: [{ id: "h1", countries: ["UA"], tint: "red" }] }, "choice"],
    ["a country by its name", { highlights: [{ id: "h1", countries: ["Ukraine"] }] }, "countryCode"],
    ["no country", { highlights: [{ id: "h1", countries: [] }] }, "tooShort"],
    ["a line to nowhere", { distanceLines: [{ id: "d1", from: { lngLat: [30, 50] } }] }, "missing"],
    ["a layer without features", { contextLayers: [layer([])] }, "tooShort"],
    [
      "a country as a layer's geometry",
      { contextLayers: [layer([{ geometry: { type: "Country", code: "UA" } }])] },
      "choice",
    ],
  ])("leaves out %s and says why", (_, parts, code) => {
    const { scenario, problems } = parse(parts);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [field] = Object.keys(parts);
    expect(scenario).not.toHaveProperty(field!);
    expect(problems[0]?.path.startsWith(`${field}[0]`)).toBe(true);
  });

  it("does not offer a whole country where a layer's geometry is wrong", () => {
    const { problems } = parse({ contextLayers: [layer([{ geometry: { type: "Circle" } }])] });
    expect(problems[0]?.values["expected"]).toBe("Point, LineString, Polygon");
  });

  it("refuses a layer with more positions than a browser keeps", () => {
    const coordinates = Array.from({ length: MAX_POSITIONS }, (_, index) => [index / 1000, 10]);
    const features = Array.from({ length: MAX_CONTEXT_POSITIONS / MAX_POSITIONS }, () => ({
      geometry: { type: "LineString", coordinates },
    }));
    expect(parse({ contextLayers: [layer(features)] }).problems).toEqual([]);
    const more = [...features, { geometry: { type: "Point", coordinates: [1, 2] } }];
    expect(parse({ contextLayers: [layer(more)] }).problems.map(({ code }) => code)).toEqual(["layerTooFine"]);
  });
});
