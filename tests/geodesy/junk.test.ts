import * as fc from "fast-check";
import type { Feature } from "geojson";
import { describe, expect, it, vi } from "vitest";
import * as geodesy from "../../src/geodesy/index.ts";
import { type CoverageMessage, type CoverageRequest, runCoverageTask } from "../../src/geodesy/overlay/coverageTask.ts";

vi.setConfig({ testTimeout: 120_000 });

/** How long any answer to a small input may take, on a busy machine. */
const MOST_MS = 5000;

/** Does a worker's work at once, with a message that is really copied, as between threads. */
class WorkerHere extends EventTarget {
  postMessage(request: unknown): void {
    const copy = structuredClone(request) as CoverageRequest;
    const post = (data: CoverageMessage) => this.dispatchEvent(new MessageEvent("message", { data }));
    queueMicrotask(() => runCoverageTask(copy, post));
  }
  terminate(): void {}
}

const oddNumber = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    -0,
    1,
    -1,
    5,
    90,
    -90,
    180,
    -180,
    300,
    360,
    540,
    1e-300,
    1e300,
    -1e300,
    2 ** 53,
    NaN,
    Infinity,
    -Infinity,
    20_003.9,
    20_004,
  ),
  fc.double(),
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.constantFrom<unknown>("5", "", "300 km", null, undefined, true, 5n, Symbol("km"), {}, [], [5], new Date(0)),
);
const position = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.integer({ min: -200, max: 200 }),
      fc.integer({ min: -90, max: 90 }),
    ) as fc.Arbitrary<unknown>,
  },
  { weight: 1, arbitrary: fc.array(oddNumber, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.anything() },
);
const line = fc.array(position, { maxLength: 6 });
const ring = fc.oneof(
  line,
  line.map((places) => [...places, places[0]]),
);
const type = fc.constantFrom(
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
  "Polygons",
  5,
);
const geometry = fc.record({
  type,
  coordinates: fc.oneof(
    position,
    line,
    fc.array(ring, { maxLength: 3 }),
    fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 3 }),
    fc.anything(),
  ),
});
const feature = fc.record({
  type: fc.constant("Feature"),
  properties: fc.anything(),
  geometry: fc.oneof(geometry, fc.anything()),
});
const source = fc.oneof(geometry, feature, fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }));
const areas = fc.oneof(
  fc.array(fc.oneof(source, fc.record({ center: position, rangeKm: oddNumber })), { maxLength: 4 }),
  fc.anything(),
);
const options = fc.oneof(
  fc.constant(undefined),
  fc.record(
    {
      edges: fc.constantFrom("planar", "geodesic", "Planar", 5, null),
      steps: fc.oneof(fc.integer({ min: -1, max: 300 }), oddNumber),
      properties: fc.oneof(fc.constant({ a: 1 }), fc.anything()),
      toleranceKm: oddNumber,
      toleranceRatio: oddNumber,
      minKm: oddNumber,
      upTo: fc.oneof(fc.integer({ min: 0, max: 5 }), oddNumber),
      count: oddNumber,
      onProgress: fc.oneof(
        fc.constant(() => {}),
        fc.anything(),
      ),
    },
    { requiredKeys: [] },
  ),
  fc.anything(),
);
/** Never so short that a long edge takes a million vertices. */
const stepKm = fc.oneof(
  fc.double({ min: 50, max: 25_000, noNaN: true }),
  oddNumber.filter((km) => typeof km !== "number" || !(km > 0 && km < 50)),
);

type Door = (...given: never[]) => unknown;
const doors: Record<string, [Door, ...fc.Arbitrary<unknown>[]]> = {
  distanceKm: [geodesy.distanceKm, position, position],
  bearingDeg: [geodesy.bearingDeg, position, position],
  destination: [geodesy.destination, position, oddNumber, oddNumber, options],
  withinRange: [geodesy.withinRange, position, position, oddNumber, options],
  reachAt: [geodesy.reachAt, oddNumber, oddNumber, options],
  rangeRing: [geodesy.rangeRing, position, oddNumber, options],
  rangeOutline: [geodesy.rangeOutline, position, oddNumber, options],
  rangeBand: [geodesy.rangeBand, position, oddNumber, oddNumber, options],
  bandOutline: [geodesy.bandOutline, position, oddNumber, oddNumber, options],
  rangeSector: [geodesy.rangeSector, position, oddNumber, oddNumber, oddNumber, options],
  ringTemplate: [geodesy.ringTemplate, oddNumber, oddNumber, oddNumber],
  ringCoordinates: [
    geodesy.ringCoordinates,
    fc.oneof(
      fc.constant(geodesy.ringTemplate(50, 300)),
      fc.constant({ ...geodesy.ringTemplate(50, 300) }),
      fc.anything(),
    ),
    oddNumber,
  ],
  rangeRings: [
    geodesy.rangeRings,
    fc.oneof(line, fc.anything()),
    fc.oneof(fc.array(oddNumber, { maxLength: 3 }), fc.anything()),
    options,
  ],
  coverage: [geodesy.coverage, areas, options],
  coverageAtLeast: [geodesy.coverageAtLeast, areas, oddNumber, options],
  overlapCounts: [geodesy.overlapCounts, areas, options],
  coverageInWorker: [
    ((rings: never, given: unknown) =>
      geodesy.coverageInWorker(
        rings,
        typeof given === "object" && given !== null
          ? { ...given, createWorker: () => new WorkerHere() }
          : (given as never),
      )) as Door,
    areas,
    fc.oneof(
      options.filter((given) => given !== undefined),
      fc.constant({}),
    ),
  ],
  intersection: [geodesy.intersection, areas, options],
  difference: [
    geodesy.difference,
    fc.oneof(source, fc.record({ center: position, rangeKm: oddNumber })),
    areas,
    options,
  ],
  geodesicBuffer: [geodesy.geodesicBuffer, source, fc.oneof(oddNumber, fc.integer({ min: 1, max: 500 })), options],
  distanceToGeometryKm: [geodesy.distanceToGeometryKm, position, source, options],
  areaKm2: [geodesy.areaKm2, source, options],
  lengthKm: [geodesy.lengthKm, source, options],
  densify: [geodesy.densify, source, stepKm, options],
};

describe("junk at the door", () => {
  it("is thrown at every function that is exported", () => {
    const functions = Object.entries(geodesy).filter(
      ([name, value]) => typeof value === "function" && name !== "GeodesyError",
    );
    expect(Object.keys(doors).sort()).toEqual(functions.map(([name]) => name).sort());
  });

  it.each(Object.entries(doors))("%s answers, or throws a GeodesyError, in time", async (_, [door, ...given]) => {
    const counts = { answers: 0, errors: 0 };
    await fc.assert(
      fc.asyncProperty(fc.tuple(...given), async (values) => {
        const start = performance.now();
        try {
          await (door as (...values: unknown[]) => unknown)(...values);
          counts.answers += 1;
        } catch (error) {
          if (!(error instanceof geodesy.GeodesyError)) throw error;
          expect(error.message).toContain(error.argument);
          counts.errors += 1;
        }
        expect(performance.now() - start).toBeLessThan(MOST_MS);
      }),
      { numRuns: 300 },
    );
    // A test that only ever saw errors would say nothing of answers, and the other way round.
    expect(counts.errors).toBeGreaterThan(0);
  });
});

const polygon = (...coordinates: unknown[]) => ({ type: "Polygon", coordinates }) as never;
const area = (...coordinates: unknown[]) =>
  ({ type: "Feature", properties: {}, geometry: polygon(...coordinates) }) as Feature as never;
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

describe("faults that were let in once", () => {
  it.each<[string, () => unknown, string]>([
    ["a distance that is no number", () => geodesy.reachAt(NaN, 5), "distance is NaN"],
    ["a longitude that fills the memory", () => geodesy.rangeRing([1e300, 50], 300), "center longitude is 1e+300"],
    [
      "a longitude that fills the memory, in an area",
      () =>
        geodesy.coverage([
          area([
            [1e300, 0],
            [1, 0],
            [1, 1],
            [1e300, 0],
          ]),
        ]),
      "rings[0] coordinates[0][0] longitude is 1e+300",
    ],
    ["strings for numbers in a band", () => geodesy.rangeBand([0, 0], "5" as never, "300" as never), 'minKm is "5"'],
    ["a string that is zero", () => geodesy.rangeBand([0, 0], "0" as never, 300), 'minKm is "0"'],
    [
      "edges misspelt",
      () => geodesy.geodesicBuffer(polygon(square), 5, { edges: "Planar" as never }),
      'options.edges is "Planar"',
    ],
    [
      "an unclosed ring in coverage",
      () => geodesy.coverage([area(square.slice(0, 4))]),
      "rings[0] coordinates[0] is [[0,0],[0,1]]: a ring must end where it starts",
    ],
    [
      "an unclosed ring in a buffer",
      () => geodesy.geodesicBuffer(polygon(square.slice(0, 4)), 5),
      "a ring must end where it starts",
    ],
    [
      "a NaN in coverage",
      () =>
        geodesy.coverage([
          area([
            [0, 0],
            [NaN, 0],
            [1, 1],
            [0, 0],
          ]),
        ]),
      "rings[0] coordinates[0][1] longitude is NaN",
    ],
    [
      "a circle's range that is a string",
      () => geodesy.coverage([{ center: [0, 0], rangeKm: "5" as never }]),
      'rings[0] rangeKm is "5"',
    ],
    [
      "a ring of three positions",
      () =>
        geodesy.areaKm2(
          polygon([
            [0, 0],
            [1, 1],
            [0, 0],
          ]),
        ),
      "a ring needs four positions",
    ],
    [
      "a ring round the Earth that holds neither pole",
      () => geodesy.coverage([area([0, 120, 240, 360].map((lng) => [lng, 0]))]),
      "goes round the Earth",
    ],
    ["options of null", () => geodesy.rangeRing([0, 0], 5, null as never), "options is null"],
    ["a copy of a template", () => geodesy.ringCoordinates({ ...geodesy.ringTemplate(50, 300) }, 5), "template is"],
    ["an index between two rings", () => geodesy.rangeRings([[0, 0]], [5]).feature(0.5), "index is 0.5"],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(geodesy.GeodesyError);
    expect(run).toThrow(message);
  });
});
