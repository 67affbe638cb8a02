import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import {
  areaKm2,
  bandOutline,
  bearingDeg,
  coverage,
  coverageAtLeast,
  densify,
  destination,
  difference,
  distanceKm,
  distanceToGeometryKm,
  geodesicBuffer,
  GeodesyError,
  intersection,
  lengthKm,
  MAX_DISTANCE_KM,
  overlapCounts,
  rangeBand,
  rangeOutline,
  rangeRing,
  rangeRings,
  rangeSector,
  reachAt,
  ringCoordinates,
  ringTemplate,
  withinRange,
} from "../../src/geodesy/index.ts";

const square: Position[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const polygon = (ring: unknown) => ({ type: "Polygon", coordinates: [ring] }) as never;
const [here, there] = [
  [30, 50],
  [31, 51],
];

type Run = () => unknown;

/** What GeodesyError says: its code, the argument, the value, and what would be right. */
function expectError(run: Run, code: string, message: string | RegExp): void {
  let error: unknown;
  try {
    run();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(GeodesyError);
  expect((error as GeodesyError).code).toBe(code);
  if (typeof message === "string") expect((error as GeodesyError).message).toBe(message);
  else expect((error as GeodesyError).message).toMatch(message);
}

describe("positions", () => {
  const wanted = "it must be a Point feature, a Point, or a position [lng, lat]";
  it.each<[unknown, string, string | RegExp]>([
    [[181, 91], "latitudeOutOfRange", "center latitude is 91: it must be from -90 to 90 degrees"],
    [[0, -90.5], "latitudeOutOfRange", "center latitude is -90.5: it must be from -90 to 90 degrees"],
    [[NaN, 0], "notFinite", "center longitude is NaN: it must be a finite number"],
    [[0, Infinity], "notFinite", "center latitude is Infinity: it must be a finite number"],
    [[36_001, 0], "longitudeOutOfRange", "center longitude is 36001: it must be from -36000 to 36000 degrees"],
    [[-36_001, 0], "longitudeOutOfRange", "center longitude is -36001: it must be from -36000 to 36000 degrees"],
    [["0", 0], "notAPosition", `center is ["0",0]: ${wanted}`],
    [[0, "0"], "notAPosition", `center is [0,"0"]: ${wanted}`],
    [[5], "notAPosition", `center is [5]: ${wanted}`],
    [null, "notAPosition", `center is null: ${wanted}`],
    [undefined, "notAPosition", `center is undefined: ${wanted}`],
    [{ type: "Feature", properties: {}, geometry: null }, "notAPosition", /^center is .*null}: it must be a Point/],
    [{ type: "LineString", coordinates: [[0, 0]] }, "notAPosition", /^center is .*LineString/],
  ])("%j is refused", (center, code, message) => {
    const places = [center] as Position[];
    for (const run of [
      () => rangeRing(places[0]!, 5),
      () => rangeOutline(places[0]!, 5),
      () => rangeBand(places[0]!, 1, 5),
      () => bandOutline(places[0]!, 1, 5),
      () => rangeSector(places[0]!, 5, 0, 90),
    ])
      expectError(run, code, message);
    const named = (name: string) => new RegExp(`^${name.replaceAll(/[[\]]/g, "\\$&")} (longitude |latitude )?is `);
    expectError(() => distanceKm(places[0]!, here), code, named("a"));
    expectError(() => distanceKm(here, places[0]!), code, named("b"));
    expectError(() => bearingDeg(places[0]!, here), code, named("from"));
    expectError(() => bearingDeg(here, places[0]!), code, named("to"));
    expectError(() => destination(places[0]!, 5, 0), code, named("origin"));
    expectError(() => withinRange(places[0]!, here, 5), code, named("a"));
    expectError(() => distanceToGeometryKm(places[0]!, polygon(square)), code, named("place"));
    expectError(() => rangeRings([here, places[0]!], [5]), code, named("centers[1]"));
    expectError(() => coverage([{ center: places[0]!, rangeKm: 5 }]), code, named("rings[0] center"));
  });

  it("may be a position, a Point or a feature of one, on any turn within a hundred, with an altitude", () => {
    const truth = distanceKm(here, there);
    for (const place of [
      { type: "Point", coordinates: there },
      { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: there } },
      [...there, 500],
      [31 + 36_000 - 360, 51],
    ] as never[])
      expect(distanceKm(here, place)).toBeCloseTo(truth, 6);
    expect(rangeRing([36_000, 90], 5).geometry).toEqual(rangeRing([0, 90], 5).geometry);
    expect(distanceKm([-36_000, -90], [0, 90])).toBeCloseTo(MAX_DISTANCE_KM, 9);
  });
});

describe("numbers", () => {
  const half = "it must be at most half the circumference, 20003.931 km";
  it.each<[string, Run, string, string]>([
    ["a negative range", () => rangeRing(here, -1), "negative", "rangeKm is -1: it must be zero or more"],
    ["no range", () => rangeRing(here, 0), "notPositive", "rangeKm is 0: it must be more than zero kilometres"],
    ["a range too great", () => rangeRing(here, 20_004), "overHalfCircumference", `rangeKm is 20004: ${half}`],
    ["a range as text", () => rangeRing(here, "5" as never), "notFinite", 'rangeKm is "5": it must be a finite number'],
    [
      "no number of kilometres",
      () => geodesicBuffer(polygon(square), NaN),
      "notFinite",
      "km is NaN: it must be a finite number",
    ],
    [
      "no kilometres",
      () => geodesicBuffer(polygon(square), 0),
      "notPositive",
      "km is 0: it must be more than zero kilometres",
    ],
    [
      "a buffer too wide",
      () => geodesicBuffer(polygon(square), 20_004),
      "overHalfCircumference",
      `km is 20004: ${half}`,
    ],
    ["a distance backwards", () => destination(here, -5, 0), "negative", "distanceKm is -5: it must be zero or more"],
    [
      "a bearing that is none",
      () => destination(here, 5, NaN),
      "notFinite",
      "bearingDeg is NaN: it must be a finite number",
    ],
    ["a distance that is none", () => reachAt(NaN, 5), "notFinite", "distance is NaN: it must be a finite number"],
    ["a negative distance", () => reachAt(-1, 5), "negative", "distance is -1: it must be zero or more"],
    ["a reach too far", () => reachAt(5, 20_004), "overHalfCircumference", `rangeKm is 20004: ${half}`],
    ["a range of a place", () => withinRange(here, there, -5), "negative", "rangeKm is -5: it must be zero or more"],
    [
      "a tolerance below zero",
      () => reachAt(5, 5, { toleranceKm: -1 }),
      "negative",
      "toleranceKm is -1: it must be zero or more",
    ],
    [
      "a ratio that is none",
      () => reachAt(5, 5, { toleranceRatio: NaN }),
      "notFinite",
      "toleranceRatio is NaN: it must be a finite number",
    ],
    ["a band inside out", () => rangeBand(here, 5, 5), "minOverMax", "minKm is 5: it must be less than maxKm, 5"],
    [
      "a band's outline inside out",
      () => bandOutline(here, 6, 5),
      "minOverMax",
      "minKm is 6: it must be less than maxKm, 5",
    ],
    ["a band too wide", () => rangeBand(here, 5, 20_004), "overHalfCircumference", `maxKm is 20004: ${half}`],
    [
      "a sector without width",
      () => rangeSector(here, 5, 30, 390),
      "emptySector",
      "toDeg is 390: it must be another bearing than fromDeg, 30",
    ],
    [
      "a sector inside out",
      () => rangeSector(here, 5, 0, 30, { minKm: 5 }),
      "minOverMax",
      "options.minKm is 5: it must be less than rangeKm, 5",
    ],
    [
      "too few steps",
      () => rangeRing(here, 5, { steps: 2 }),
      "invalidCount",
      "steps is 2: it must be a whole number from 3 to 100000",
    ],
    [
      "too many steps",
      () => ringTemplate(50, 5, 100_001),
      "invalidCount",
      "steps is 100001: it must be a whole number from 3 to 100000",
    ],
    [
      "half a step",
      () => rangeRings([here], [5], { steps: 7.5 }),
      "invalidCount",
      "steps is 7.5: it must be a whole number from 3 to 100000",
    ],
    [
      "a latitude too far north",
      () => ringTemplate(91, 5),
      "latitudeOutOfRange",
      "latDeg is 91: it must be from -90 to 90 degrees",
    ],
    [
      "a longitude too far",
      () => ringCoordinates(ringTemplate(50, 5), 1e6),
      "longitudeOutOfRange",
      "centerLng is 1000000: it must be from -36000 to 36000 degrees",
    ],
    ["a count of none", () => coverageAtLeast([], 0), "invalidCount", "count is 0: it must be a whole number from 1"],
    [
      "a part of a count",
      () => overlapCounts([], { upTo: 1.5 }),
      "invalidCount",
      "upTo is 1.5: it must be a whole number from 1",
    ],
    [
      "an index past the end",
      () => rangeRings([here], [5]).feature(1),
      "invalidIndex",
      "index is 1: it must be a whole number from 0 to 0",
    ],
    [
      "a range of several",
      () => rangeRings([here], [5, 0]),
      "notPositive",
      "rangesKm[1] is 0: it must be more than zero kilometres",
    ],
    [
      "more vertices than fit",
      () =>
        rangeRings(
          Array.from({ length: 1000 }, () => here),
          [5],
          { steps: 100_000 },
        ),
      "tooMany",
      "centers × rangesKm × steps is 100000000: it must be a whole number from 0 to 67108864",
    ],
  ])("%s", (_, run, code, message) => expectError(run, code, message));

  it("at their limits are taken", () => {
    expect(reachAt(0, 0)).toBe("borderline");
    expect(reachAt(0, MAX_DISTANCE_KM)).toBe("inside");
    expect(withinRange(here, here, MAX_DISTANCE_KM)).toBe("inside");
    expect(distanceKm(here, destination(here, 0, 1e6))).toBeCloseTo(0, 9);
    expect(rangeRing(here, MAX_DISTANCE_KM).geometry.type).toBe("Polygon");
    expect(rangeBand(here, 0, 5).geometry).toEqual(rangeRing(here, 5).geometry);
    expect(rangeRing(here, 5, { steps: 3 }).geometry.coordinates[0]).toHaveLength(4);
    expect(ringTemplate(-90, 5).latDeg).toBe(-90);
  });
});

describe("options and other objects", () => {
  const wanted = "it must be an object, or left out";
  it("are objects, in every function that takes them", () => {
    for (const run of [
      (options: never) => rangeRing(here, 5, options),
      (options: never) => rangeOutline(here, 5, options),
      (options: never) => rangeBand(here, 1, 5, options),
      (options: never) => bandOutline(here, 1, 5, options),
      (options: never) => rangeSector(here, 5, 0, 9, options),
      (options: never) => rangeRings([], [], options),
      (options: never) => destination(here, 5, 0, options),
      (options: never) => reachAt(5, 5, options),
      (options: never) => coverage([], options),
      (options: never) => coverageAtLeast([], 1, options),
      (options: never) => overlapCounts([], options),
      (options: never) => intersection([], options),
      (options: never) => difference(polygon(square), [], options),
      (options: never) => geodesicBuffer(polygon(square), 5, options),
      (options: never) => distanceToGeometryKm(here, polygon(square), options),
      (options: never) => areaKm2(polygon(square), options),
      (options: never) => lengthKm(polygon(square), options),
      (options: never) => densify(polygon(square), 5, options),
    ]) {
      expectError(() => run(null as never), "notAnObject", `options is null: ${wanted}`);
      expectError(() => run([] as never), "notAnObject", `options is []: ${wanted}`);
      expectError(() => run(5 as never), "notAnObject", `options is 5: ${wanted}`);
      const properties = { properties: "a" } as never;
      expectError(() => run(properties), "notAnObject", `options.properties is "a": ${wanted}`);
      expect(() => run({ properties: null } as never)).not.toThrow();
    }
  });

  it.each<[string, Run, string, string]>([
    [
      "progress that is no function",
      () => coverage([], { onProgress: 5 as never }),
      "notAFunction",
      "options.onProgress is 5: it must be a function, or left out",
    ],
    [
      "rings that are none",
      () => coverage("ab" as never),
      "notIterable",
      'rings is "ab": it must be an array or another iterable',
    ],
    [
      "areas that are none",
      () => intersection(undefined as never),
      "notIterable",
      "areas is undefined: it must be an array or another iterable",
    ],
    [
      "centres that are none",
      () => rangeRings(null as never, []),
      "notIterable",
      "centers is null: it must be an array or another iterable",
    ],
    [
      "ranges that are none",
      () => rangeRings([], 5 as never),
      "notIterable",
      "rangesKm is 5: it must be an array of kilometres",
    ],
    [
      "a template that is none",
      () => ringCoordinates({} as never, 5),
      "notATemplate",
      "template is {}: it must be what ringTemplate returned, not a copy",
    ],
  ])("%s", (_, run, code, message) => expectError(run, code, message));

  it("edges are planar or geodesic, in every function that takes them", () => {
    for (const run of [
      (edges: never) => geodesicBuffer(polygon(square), 5, { edges }),
      (edges: never) => distanceToGeometryKm(here, polygon(square), { edges }),
      (edges: never) => areaKm2(polygon(square), { edges }),
      (edges: never) => lengthKm(polygon(square), { edges }),
      (edges: never) => densify(polygon(square), 5, { edges }),
    ]) {
      expectError(
        () => run("Planar" as never),
        "unknownEdges",
        'options.edges is "Planar": it must be "planar" or "geodesic"',
      );
      for (const edges of [undefined, "planar", "geodesic"]) expect(() => run(edges as never)).not.toThrow();
    }
  });
});

describe("geometries", () => {
  const anyKind = "it must be a Point, LineString or Polygon, or a Multi- of these";
  /** Every function that takes a polygon, and what it calls it. */
  const takers: [run: (source: never) => unknown, name: string][] = [
    [(source) => areaKm2(source), "area"],
    [(source) => lengthKm(source), "geometry"],
    [(source) => densify(source, 5), "geometry"],
    [(source) => distanceToGeometryKm(here, source), "geometry"],
    [(source) => geodesicBuffer(source, 5), "geometry"],
    [(source) => coverage([source]), "rings[0]"],
    [(source) => intersection([source]), "areas[0]"],
    [(source) => difference(source, []), "area"],
    [(source) => difference(polygon(square), [source]), "others[0]"],
  ];

  it.each<[unknown, string, string]>([
    [
      polygon(square.slice(0, 4)),
      "unclosedRing",
      "NAME coordinates[0] is [[0,0],[0,1]]: a ring must end where it starts",
    ],
    [
      polygon([...square.slice(0, 4), [1, 0]]),
      "unclosedRing",
      "NAME coordinates[0] is [[0,0],[1,0]]: a ring must end where it starts",
    ],
    [
      polygon([...square.slice(0, 4), [180, 0]]),
      "unclosedRing",
      "NAME coordinates[0] is [[0,0],[180,0]]: a ring must end where it starts",
    ],
    [
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
      "ringTooShort",
      "NAME coordinates[0] is [[0,0],[1,1],[0,0]]: a ring needs four positions or more, the last the same as the first",
    ],
    [
      polygon([]),
      "ringTooShort",
      "NAME coordinates[0] is []: a ring needs four positions or more, the last the same as the first",
    ],
    [
      polygon([
        [0, 0],
        [NaN, 1],
        [1, 1],
        [0, 0],
      ]),
      "notFinite",
      "NAME coordinates[0][1] longitude is NaN: it must be a finite number",
    ],
    [
      polygon([
        [0, 0],
        [1, 91],
        [1, 1],
        [0, 0],
      ]),
      "latitudeOutOfRange",
      "NAME coordinates[0][1] latitude is 91: it must be from -90 to 90 degrees",
    ],
    [
      polygon([
        [0, 0],
        [4e4, 0],
        [1, 1],
        [0, 0],
      ]),
      "longitudeOutOfRange",
      "NAME coordinates[0][1] longitude is 40000: it must be from -36000 to 36000 degrees",
    ],
    [
      polygon([[0, 0], [1], [1, 1], [0, 0]]),
      "notAPosition",
      "NAME coordinates[0][1] is [1]: it must be a position [lng, lat]",
    ],
    [
      polygon([[0, 0], "11", [1, 1], [0, 0]]),
      "notAPosition",
      'NAME coordinates[0][1] is "11": it must be a position [lng, lat]',
    ],
    [polygon(5), "notCoordinates", "NAME coordinates[0] is 5: it must be an array, as GeoJSON has it"],
    [{ type: "Polygon" }, "notCoordinates", "NAME coordinates is undefined: it must be an array, as GeoJSON has it"],
    [
      { type: "MultiPolygon", coordinates: [[square], [square, square.slice(1)]] },
      "unclosedRing",
      "NAME coordinates[1][1] is [[1,0],[0,0]]: a ring must end where it starts",
    ],
    [
      { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: [5] } },
      "notCoordinates",
      "NAME coordinates[0] is 5: it must be an array, as GeoJSON has it",
    ],
  ])("%j is refused by every function alike", (source, code, message) => {
    for (const [run, name] of takers) expectError(() => run(source as never), code, message.replace("NAME", name));
  });

  it("of other kinds are refused", () => {
    for (const [run, name] of takers) {
      const isForAny = name === "geometry";
      const wanted = isForAny ? anyKind : expect.anything();
      for (const source of [
        null,
        undefined,
        {},
        { type: "Feature", properties: {}, geometry: null },
        { type: "GeometryCollection", geometries: [] },
      ]) {
        let error: unknown;
        try {
          run(source as never);
        } catch (thrown) {
          error = thrown;
        }
        expect(error).toMatchObject({ name: "GeodesyError", code: "unsupportedGeometry", argument: name, wanted });
      }
      if (isForAny) continue;
      const line = { type: "LineString", coordinates: [here, there] } as never;
      expectError(
        () => run(line),
        "unsupportedGeometry",
        `${name} is "LineString": it must be a Polygon or a MultiPolygon`,
      );
    }
  });

  it("that are empty are refused where they would have no answer", () => {
    const wanted = "it needs at least one position";
    for (const coordinates of [[], [[]]]) {
      const empty = { type: "MultiPolygon", coordinates } as never;
      const value = JSON.stringify(empty);
      expectError(() => coverage([empty]), "emptyGeometry", `rings[0] is ${value}: ${wanted}`);
      expectError(() => geodesicBuffer(empty, 5), "emptyGeometry", `geometry is ${value}: ${wanted}`);
      expectError(() => distanceToGeometryKm(here, empty), "emptyGeometry", `geometry is ${value}: ${wanted}`);
      expect(areaKm2(empty)).toBe(0);
      expect(lengthKm(empty)).toBe(0);
      expect(densify(empty, 5).geometry).toEqual(empty);
    }
    const point = { type: "Point", coordinates: [] } as never;
    expectError(
      () => geodesicBuffer(point, 5),
      "emptyGeometry",
      `geometry is {"type":"Point","coordinates":[]}: ${wanted}`,
    );
    expect(lengthKm(point)).toBe(0);
  });

  it("round the Earth that hold neither pole are refused", () => {
    const equator = polygon([0, 120, 240, 360].map((lng) => [lng, 0]));
    const twice = polygon([0, 120, 240, 360, 480, 600, 720].map((lng, i) => [lng, i === 3 ? 75 : 70]));
    const wanted = "a ring from here goes round the Earth; lead it along ±180° and the pole that it holds";
    for (const [run, name] of takers) {
      if (run === takers[1]![0]) continue;
      expectError(() => run(equator), "ringRoundPole", `${name} is [0,0]: ${wanted}`);
      expectError(() => run(twice), "ringRoundPole", `${name} is [0,70]: ${wanted}`);
    }
    expect(lengthKm(equator)).toBeCloseTo(40_075.017, 3);
  });

  it("may be lines and points of any kind", () => {
    const sources = [
      { type: "Point", coordinates: here },
      { type: "MultiPoint", coordinates: [here, there] },
      { type: "LineString", coordinates: [here, there] },
      { type: "MultiLineString", coordinates: [[here, there], []] },
    ] as const;
    for (const source of sources as unknown as never[]) {
      expect(distanceToGeometryKm(here, source)).toBeCloseTo(0, 9);
      expect(areaKm2(geodesicBuffer(source, 5))).toBeGreaterThan(78);
      expect(lengthKm(source)).toBeGreaterThanOrEqual(0);
    }
    expectError(
      () => lengthKm({ type: "MultiLineString", coordinates: [[here, [0, 99]]] }),
      "latitudeOutOfRange",
      /^geometry coordinates\[0\]\[1\] latitude is 99/,
    );
    expectError(
      () => lengthKm({ type: "MultiPoint", coordinates: [here, [0, 99]] }),
      "latitudeOutOfRange",
      /^geometry coordinates\[1\] latitude is 99/,
    );
    expectError(
      () => lengthKm({ type: "LineString", coordinates: 5 as never }),
      "notCoordinates",
      /^geometry coordinates is 5/,
    );
    expectError(
      () => lengthKm({ type: "Point", coordinates: [0, 99] }),
      "latitudeOutOfRange",
      /^geometry coordinates latitude is 99/,
    );
  });
});

describe("what an error shows of a value", () => {
  const cycle: Record<string, unknown> = {};
  cycle["itself"] = cycle;
  it.each<[unknown, string]>([
    [["a".repeat(99)], `a is ["${"a".repeat(75)}...: it must be`],
    [cycle, "a is an object: it must be"],
    [{ toJSON: () => undefined }, "a is an object: it must be"],
    [5n, "a is 5: it must be"],
    [Symbol("km"), "a is Symbol(km): it must be"],
    ["text", 'a is "text": it must be'],
  ])("is short, whatever it is", (value, message) => {
    expect(() => distanceKm(value as never, here)).toThrow(message);
  });
});
