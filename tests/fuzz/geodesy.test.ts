import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import {
  type AreaInput,
  coverageAtLeast,
  destination,
  distanceKm,
  distanceToGeometryKm,
  geodesicBuffer,
  rangeBand,
  rangeRing,
} from "../../src/geodesy/index.ts";
import { createCountries, type WorldTopology } from "../../src/marks/shapes/countries.ts";
import { isValidByGeos } from "../geodesy/geosValidity.ts";
import { holds } from "../geodesy/measure.ts";
import { bufferKm, discs, type Shape, shape } from "../geodesy/shapes.ts";

/** `npm run fuzz` makes the 10,000 buffers and 2,000 coverages, and every country; `npm test` a hundredth of them. */
const SHARE = Math.min(1, Number(process.env["FUZZ_RUNS"] ?? 1000) / 100_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 20260);
vi.setConfig({ testTimeout: 3_600_000 });

/** The faults of all inputs, so that one run counts them; an input that fails is printed whole. */
function faultsOf<T>(inputs: fc.Arbitrary<T>, count: number, check: (input: T) => string | undefined): string[] {
  const faults: string[] = [];
  for (const input of fc.sample(inputs, { numRuns: Math.ceil(count * SHARE), seed: SEED })) {
    let fault: string | undefined;
    try {
      fault = check(input);
    } catch (error) {
      fault = `refused: ${String(error)}`;
    }
    if (fault !== undefined) faults.push(`${fault}: ${JSON.stringify(input)}`);
  }
  return faults;
}

describe("random buffers", () => {
  it("are all made, valid, and hold what is near", () => {
    const edges = fc.constantFrom("planar" as const, "geodesic" as const);
    const offs = fc.array(fc.tuple(fc.nat(359), fc.nat(200)), { minLength: 3, maxLength: 3 });
    const faults = faultsOf(fc.tuple(shape, bufferKm, edges, offs), 10_000, ([geometry, km, how, away]) => {
      const area = geodesicBuffer(geometry, km, { edges: how });
      if (!isValidByGeos(area)) return "not valid";
      for (const [bearing, hundredths] of away) {
        const end = destination(firstOf(geometry), Math.min(20_000, (km * hundredths) / 100), bearing + 0.37);
        const coordinates = offTheFrame(end.geometry.coordinates);
        const off = distanceToGeometryKm(coordinates, geometry, { edges: how });
        // A metre, to which distances are good, and what edges may leave of the true line.
        if (Math.abs(off - km) < 1.5e-4 * km + 1e-3) continue;
        if (holds(area, coordinates) !== off < km) return `wrong at ${coordinates}, ${off} km away`;
      }
      return undefined;
    });
    expect(faults).toEqual([]);
  });
});

/** The place, or one beside it: on the ends of the map crossings of an outline cannot be counted. */
const offTheFrame = ([lng = NaN, lat = NaN]: Position): Position => [
  Math.max(-180 + 1e-9, Math.min(180 - 1e-9, lng)),
  Math.max(-90 + 1e-9, Math.min(90 - 1e-9, lat)),
];

const firstOf = ({ coordinates }: Shape): Position => coordinates.flat(3).slice(0, 2) as Position;

/** One of the areas, with the least and the greatest distance from its centre. */
interface Member {
  area: AreaInput;
  center: Position;
  minKm: number;
  maxKm: number;
}

describe("random coverages", () => {
  it("are all made, valid, and count what geodesics count", () => {
    const kinds = fc.array(fc.constantFrom("circle", "ring", "copy", "band"), { minLength: 30, maxLength: 30 });
    const input = fc.tuple(discs, kinds, fc.integer({ min: 1, max: 5 }), fc.nat());
    const faults = faultsOf(input, 2000, ([all, kindOf, count, salt]) => {
      const members = all.map(({ center, rangeKm }, i): Member => {
        const minKm = kindOf[i] === "band" ? rangeKm / 2 : 0;
        const ring = () => rangeRing(center, rangeKm);
        const area = {
          circle: () => ({ center, rangeKm }),
          ring,
          copy: () => structuredClone(ring()),
          band: () => rangeBand(center, minKm, rangeKm),
        };
        return { area: area[kindOf[i] as keyof typeof area](), center, minKm, maxKm: rangeKm };
      });
      const area = coverageAtLeast(
        members.map((member) => member.area),
        count,
      );
      if (!isValidByGeos(area)) return "not valid";
      for (const place of placesAbout(members, salt)) {
        const away = members.map(({ center }) => distanceKm(center, place));
        // Rings are good to 0.01 % of their range.
        const isClose = members.some(
          ({ minKm, maxKm }, i) =>
            Math.abs(away[i]! - maxKm) < 1.2e-4 * maxKm + 1e-6 || Math.abs(away[i]! - minKm) < 1.2e-4 * minKm,
        );
        if (isClose) continue;
        const depth = members.filter(({ minKm, maxKm }, i) => away[i]! < maxKm && away[i]! >= minKm).length;
        if (holds(area, place) !== depth >= count) return `wrong at ${place}, covered ${depth} times of ${count}`;
      }
      return undefined;
    });
    expect(faults).toEqual([]);
  });
});

/** Places about the borders of some areas. */
function placesAbout(members: Member[], salt: number): Position[] {
  return Array.from({ length: 12 }, (_, k) => {
    const { center, maxKm } = members[(salt + 7 * k) % members.length]!;
    const away = Math.min(20_000, maxKm * [0.4, 0.7, 0.99, 1.01][k % 4]!);
    return offTheFrame(destination(center, away, (salt + 77.7 * k) % 360).geometry.coordinates);
  });
}

describe("countries", () => {
  const world = JSON.parse(
    readFileSync(new URL("../../public/basemap/world-50m.json", import.meta.url), "utf8"),
  ) as WorldTopology;
  const countries = createCountries(world);
  const distances = [1, 3, 10, 30, 100, 300, 560, 1000, 1500, 3000, 5000, 8000, 10_000, 12_000, 15_000, 18_000, 20_000];
  const all = countries.codes.flatMap((code) => distances.map((km) => ({ code, km })));

  it("are buffered by every distance", () => {
    // Inwards too; the first of a run differ with the seed.
    const step = Math.max(1, Math.round(1 / SHARE));
    const faults = all
      .filter((_, i) => (i + SEED) % step === 0)
      .flatMap(({ code, km }) => {
        try {
          const outline = countries.geometryOf(code)!;
          const results: Feature<Polygon | MultiPolygon>[] = [
            geodesicBuffer(outline, km),
            geodesicBuffer(outline, -km / 20),
          ];
          return results.every(isValidByGeos) ? [] : [`${code} by ${km} km is not valid`];
        } catch (error) {
          return [`${code} by ${km} km: ${String(error)}`];
        }
      });
    expect(faults).toEqual([]);
  });
});
