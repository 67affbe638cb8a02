import { readFileSync } from "node:fs";
import { type Arbitrary, array, assert, double, property, tuple } from "fast-check";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, test } from "vitest";
import { createCountries, type WorldTopology } from "../../src/marks/shapes/countries.ts";
import { inksOf } from "../../src/marks/inks.ts";
import type { DrawnLaunchPoint, DrawnSystem, LngLat } from "../../src/marks/drawn.ts";
import {
  measureReach,
  reachBearingDeg,
  reachLimitsOf,
  type ReachPlace,
  reachStateAt,
  reachStateOf,
  type ReachTable,
} from "../../src/reach/reach.ts";
import { filterReach, sortReach } from "../../src/reach/reachOrder.ts";
import { arcBounds } from "../../src/reach/reachSource.ts";
import type { SourceGeometry } from "../../src/marks/shapes/shapeSource.ts";
import { chordKm, earthPoint } from "../../src/geodesy/earthPoint.ts";
import { distanceToGeometryKm } from "../../src/geodesy/index.ts";
import { parseBasemapPlaces } from "../data/basemapPlaces.ts";

const { Geodesic } = geographiclib;

/** The reference: GeographicLib. */
function inverse([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): { km: number; azimuthDeg: number } {
  const { s12 = NaN, azi1 = NaN } = Geodesic.WGS84.Inverse(lat1, lng1, lat2, lng2);
  return { km: s12 / 1000, azimuthDeg: (azi1 + 360) % 360 };
}

function system(ref: string, min: number, max = min, spread?: [min: number, max: number]): DrawnSystem {
  return {
    ref,
    key: ref,
    name: ref,
    shortName: ref,
    kind: "cruise-missile",
    role: "strike",
    platforms: [],
    sourceIds: [],
    rangeKm: { min, max },
    qualifier: "exact",
    ...(spread && {
      spread: { minKm: spread[0], maxKm: spread[1], openEnded: false, minFigure: "", maxFigure: "", stepsKm: spread },
    }),
    color: "#000000",
    inks: inksOf("#000000"),
    custom: true,
    label: "",
    rangeText: "",
    remarks: [],
    valueText: "",
    printWeight: 1,
  };
}

function point(id: string, coordinates: LngLat, systems: DrawnSystem[] = []): DrawnLaunchPoint {
  return {
    id,
    name: id,
    named: true,
    geometry: { type: "Point", coordinates },
    pending: false,
    lngLat: coordinates,
    inks: inksOf("#000000"),
    hidden: false,
    systems,
  };
}

const areaPoint = (shape: SourceGeometry, systems: DrawnSystem[] = []): DrawnLaunchPoint => ({
  ...point("area", [0, 0], systems),
  geometry: { type: "Country", code: "XX" },
  shape,
});

function run<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const placesAt = (positions: LngLat[]): ReachPlace[] =>
  positions.map((lngLat, index) => ({
    name: `place ${index}`,
    lngLat,
    country: index % 2 ? "UA" : "VN",
    population: index * 100,
  }));
const measure = (positions: LngLat[], points: DrawnLaunchPoint[]): ReachTable =>
  run(measureReach(placesAt(positions), points));

const lngLats = tuple(
  double({ min: -180, max: 180, noNaN: true }),
  double({ min: -90, max: 90, noNaN: true }),
) as Arbitrary<LngLat>;

describe("comparing a distance with the published figures", () => {
  const limits = { lowKm: 165, headlineKm: 300, highKm: 306 };
  test.each([
    [0, "inside-all"],
    [162.9, "inside-all"],
    [163, "borderline"],
    [167, "borderline"],
    [167.1, "inside-some"],
    [296.9, "inside-some"],
    [297.1, "borderline"],
    [309.05, "borderline"],
    [309.07, "outside"],
  ] as const)("%d km is %s", (distance, state) => expect(reachStateOf(distance, limits)).toBe(state));

  test("never returns inside-some if all sources agree", () => {
    const one = reachLimitsOf(system("a", 250));
    expect([200, 247.4, 252.6].map((km) => reachStateOf(km, one))).toEqual(["inside-all", "inside-all", "outside"]);
    expect(reachStateOf(250, one)).toBe("borderline");
  });

  test("returns inside-all only below the lower end of a headline printed as a range", () => {
    const limits = reachLimitsOf(system("nasams", 25, 30, [25, 50]));
    expect(limits).toEqual({ lowKm: 25, headlineKm: 30, highKm: 50 });
    expect([20, 24, 35, 53].map((km) => reachStateOf(km, limits))).toEqual([
      "inside-all",
      "borderline",
      "inside-some",
      "outside",
    ]);
  });

  test("is monotonic: a nearer place never has a worse state", () => {
    const rank = { "inside-all": 0, borderline: 1, "inside-some": 1, outside: 2 };
    assert(
      property(double({ min: 0, max: 20_000, noNaN: true }), double({ min: 0, max: 20_000, noNaN: true }), (a, b) => {
        expect(rank[reachStateOf(Math.min(a, b), limits)]).toBeLessThanOrEqual(
          rank[reachStateOf(Math.max(a, b), limits)],
        );
      }),
    );
  });
});

describe("measured places", () => {
  test("have GeographicLib's distance, nearest launch point and bearing, near antipodes too", () => {
    assert(
      property(
        array(lngLats, { minLength: 1, maxLength: 12 }),
        array(lngLats, { minLength: 1, maxLength: 12 }),
        (positions, centers) => {
          const table = measure(
            positions,
            centers.map((center, index) => point(`p${index}`, center)),
          );
          positions.forEach((lngLat, row) => {
            const truth = Math.min(...centers.map((center) => inverse(center, lngLat).km));
            expect(table.distanceKm[row]).toBeCloseTo(truth, 6);
            const center = centers[table.nearest[row] ?? -1] as LngLat;
            expect(inverse(center, lngLat).km).toBeCloseTo(truth, 6);
            if (truth > 1 && truth < 19_900)
              expect(reachBearingDeg(table, row)).toBeCloseTo(inverse(center, lngLat).azimuthDeg, 6);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  test("are measured only from launch points that have the system, even if others are nearer", () => {
    const [long, short] = [system("long", 1000), system("short", 100)];
    const table = measure([[0, 0]], [point("near", [0, 0.5], [short]), point("far", [0, 5], [long, short])]);
    expect(table.systems.map(({ system: { ref } }) => ref)).toEqual(["long", "short"]);
    expect(table.nearest[0]).toBe(0);
    // 0.5 degrees is 55 km, 5 degrees 553 km.
    expect([reachStateAt(table, 0, 0), reachStateAt(table, 0, 1)]).toEqual(["inside-all", "inside-all"]);
    const without = measure([[0, 0]], [point("near", [0, 0.5]), point("far", [0, 5], [short])]);
    expect(without.nearest[0]).toBe(0);
    expect(reachStateAt(without, 0, 0)).toBe("outside");
  });

  test("have an infinite distance and no states without launch points", () => {
    const table = measure([[0, 0]], []);
    expect(table.systems).toEqual([]);
    expect(table.distanceKm[0]).toBe(Infinity);
  });
});

describe("the chord through the Earth", () => {
  test("bounds the geodesic", () => {
    assert(
      property(lngLats, lngLats, (a, b) => {
        const { min, max } = arcBounds(chordKm(earthPoint(...a), earthPoint(...b)));
        const { km } = inverse(a, b);
        expect(km).toBeGreaterThanOrEqual(min);
        expect(km).toBeLessThanOrEqual(max);
      }),
      { numRuns: 5000 },
    );
  });

  test("never changes the state that the geodesic gives", () => {
    const systems = [system("a", 300, 300, [165, 306]), system("b", 2400, 2400, [460, 2500]), system("c", 12_000)];
    assert(
      property(array(lngLats, { minLength: 20, maxLength: 20 }), lngLats, (positions, center) => {
        const table = measure(positions, [point("p", center, systems)]);
        positions.forEach((lngLat, row) => {
          table.systems.forEach(({ limits }, index) =>
            expect(reachStateAt(table, row, index)).toBe(reachStateOf(inverse(center, lngLat).km, limits)),
          );
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("from anywhere in an area", () => {
  const world = JSON.parse(
    readFileSync(new URL("../../public/basemap/world-50m.json", import.meta.url), "utf8"),
  ) as WorldTopology;
  const countries = createCountries(world);

  test.each(["UA", "RU", "FJ"])("%s: within 100 m of the distance to its geometry", (code) => {
    const shape = countries.geometryOf(code);
    if (!shape) throw new Error(code);
    const positions: LngLat[] = [
      [30.5, 50.45],
      [37.6, 55.75],
      [105.8, 21],
      [-74, 40.7],
      [179.5, -17],
      [-179.5, 66],
      [0, 89],
      [24.03, 49.84],
      [20, 0],
    ];
    const table = measure(positions, [areaPoint(shape)]);
    positions.forEach((lngLat, row) =>
      expect(
        Math.abs((table.distanceKm[row] ?? NaN) - distanceToGeometryKm(lngLat, shape)),
        String(lngLat),
      ).toBeLessThan(0.1),
    );
  });

  test("a place inside has distance 0 and no bearing", () => {
    const shape: SourceGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    };
    const table = measure(
      [
        [5, 5],
        [5, 11],
      ],
      [areaPoint(shape, [system("a", 100)])],
    );
    expect(table.distanceKm[0]).toBe(0);
    expect(reachBearingDeg(table, 0)).toBeUndefined();
    expect(reachStateAt(table, 0, 0)).toBe("inside-all");
    // Drawn shapes have geodesic edges, as do their buffers: the middle of the northern one is at 10.04°.
    expect(table.distanceKm[1]).toBeCloseTo(distanceToGeometryKm([5, 11], shape, { edges: "geodesic" }), 1);
    expect(table.distanceKm[1]).toBeLessThan(inverse([5, 10], [5, 11]).km - 4);
    expect(reachStateAt(table, 1, 0)).toBe("outside");
  });

  test("an area whose outline has not loaded yet is left out", () => {
    const { shape: _, ...waiting } = areaPoint({
      type: "LineString",
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(measure([[0, 0]], [waiting, point("a", [0, 1])]).launchPoints.map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("rows", () => {
  const table = measure(
    [
      [0, 1],
      [0, 3],
      [0, 2],
      [0, 9],
    ],
    [point("a", [0, 0], [system("s", 333)])],
  );
  const names = ["kyiv", "odesa", "lviv", "ha noi"];
  const all = new Uint32Array([0, 1, 2, 3]);

  test("are filtered by name and state", () => {
    expect([...filterReach(table, { name: "vi" }, names)]).toEqual([2]);
    expect([...filterReach(table, { states: new Set(["outside"] as const) }, names)]).toEqual([3]);
    expect([...filterReach(table, { states: new Set(["inside-all"] as const), system: 0 }, names)]).toEqual([0, 2]);
  });

  test("are sorted, with equal rows by distance", () => {
    expect([...run(sortReach(table, all, { column: "distance", descending: false }, "en"))]).toEqual([0, 2, 1, 3]);
    expect([...run(sortReach(table, all, { column: "population", descending: true }, "en"))]).toEqual([3, 2, 1, 0]);
    expect([...run(sortReach(table, all, { column: 0, descending: false }, "en"))]).toEqual([0, 2, 1, 3]);
  });

  test("are sorted by bearing in either direction, with places inside an area last", () => {
    const square: SourceGeometry = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    };
    const around = measure(
      [
        [5, 5],
        [5, -3],
        [14, 5],
        [5, 14],
        [-4, 5],
      ],
      [areaPoint(square)],
    );
    const rows = Uint32Array.from(around.places.keys());
    const sorted = (descending: boolean) => [...run(sortReach(around, rows, { column: "bearing", descending }, "en"))];
    expect([1, 2, 3, 4].map((row) => Math.round((reachBearingDeg(around, row) ?? NaN) / 90) % 4)).toEqual([2, 1, 0, 3]);
    const last = sorted(false);
    expect(last.at(-1)).toBe(0);
    expect(sorted(true).at(-1)).toBe(0);
    const bearings = last.slice(0, -1).map((row) => reachBearingDeg(around, row) ?? NaN);
    expect(bearings).toEqual(bearings.toSorted((a, b) => a - b));
    expect(sorted(true).slice(0, -1)).toEqual(last.slice(0, -1).toReversed());
  });

  test("are sorted by the Ukrainian alphabet like Array.sort, for thousands of rows", () => {
    const letters = ["є", "і", "ї", "ґ", "а", "я", "г", "и"];
    const words = Array.from(
      { length: 3000 },
      (_, index) => `${letters[index % 8]}${letters[(index * 7) % 5]}${letters[(index * 13) % 8]}${index % 11}`,
    );
    const big = run(
      measureReach(
        words.map((name, index) => ({ name, lngLat: [index / 100, 0] })),
        [point("a", [0, 0])],
      ),
    );
    const { compare } = new Intl.Collator("uk");
    const sorted = [
      ...run(sortReach(big, Uint32Array.from(words.keys()), { column: "name", descending: false }, "uk")),
    ];
    const expected = [...words.keys()].sort((a, b) => compare(words[a] ?? "", words[b] ?? "") || a - b);
    expect(sorted).toEqual(expected);
  });
});

describe("the whole gazetteer", () => {
  const file: unknown = JSON.parse(readFileSync(new URL("../../public/basemap/places.json", import.meta.url), "utf8"));
  const places = parseBasemapPlaces(file)
    .slice(0, 25_000)
    .map(({ name, lngLat }) => ({ name: name.en, lngLat }));

  test("measures 25,000 places from 10 launch points, with no step longer than a frame or two", () => {
    const points = Array.from({ length: 10 }, (_, index) =>
      point(`p${index}`, [20 + index * 3, 45 + index], [system(`s${index % 6}`, 300 * (index + 1))]),
    );
    const steps = measureReach(places, points);
    let longest = 0;
    const start = performance.now();
    for (;;) {
      const before = performance.now();
      const { done } = steps.next();
      longest = Math.max(longest, performance.now() - before);
      if (done) break;
    }
    const total = performance.now() - start;
    // Printed to document the speed of the machine.
    console.info(`25,000 places × 10 points: ${total.toFixed(0)} ms, longest step ${longest.toFixed(1)} ms`);
    // A generous limit, because the machine is shared. Without the rough distances it would take ten times as long.
    expect(total).toBeLessThan(4000);
  });
});
