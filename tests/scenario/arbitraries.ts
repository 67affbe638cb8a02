import * as fc from "fast-check";
import type { CustomSystem, Display, LaunchGeometry, LaunchPoint, Scenario } from "../../src/scenario/scenario.ts";

/** Generators of scenarios that a user could make, independent of the Zod schemas that they test. */

export const CATALOG_IDS = [
  "atacms",
  "atacms/block-i",
  "storm-shadow",
  "scalp-eg",
  "tomahawk",
  "patriot",
  "patriot/pac-3",
  "nasams",
];

// JSON has no negative zero.
const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);
export const lngLat: fc.Arbitrary<[number, number]> = fc.tuple(degrees(180), degrees(90));
const ring = fc.array(lngLat, { minLength: 3, maxLength: 6 }).map((open) => open.concat([open[0]!]));

export const geometry: fc.Arbitrary<LaunchGeometry> = fc.oneof(
  fc.record({ type: fc.constant("Point" as const), coordinates: lngLat }),
  fc.record({
    type: fc.constant("LineString" as const),
    coordinates: fc.array(lngLat, { minLength: 2, maxLength: 6 }),
  }),
  fc.record({ type: fc.constant("Polygon" as const), coordinates: fc.array(ring, { minLength: 1, maxLength: 2 }) }),
  fc.record({ type: fc.constant("Country" as const), code: fc.constantFrom("UA", "PL", "RU") }),
);

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const text = (maxLength: number) =>
  fc.string({ maxLength, unit: "grapheme" }).filter((value) => value.length <= maxLength);
const id = fc.string({ minLength: 1, maxLength: 12 });

const rangeKm = fc
  .tuple(fc.double({ min: 0.001, max: 20_000, noNaN: true }), fc.double({ min: 0.001, max: 20_000, noNaN: true }))
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

const customSystem: fc.Arbitrary<CustomSystem> = fc.record(
  {
    id: id.map((value) => `own ${value}`),
    name: text(40).filter((value) => value !== ""),
    rangeKm,
    kind: fc.constantFrom(
      "ballistic-missile" as const,
      "cruise-missile" as const,
      "surface-to-air" as const,
      "other" as const,
    ),
    color,
    source: text(60),
  },
  { requiredKeys: ["id", "name", "rangeKm"] },
);

export const display: fc.Arbitrary<Display> = fc.record(
  {
    bands: fc.boolean(),
    coverage: fc.boolean(),
    units: fc.constantFrom("km" as const, "mi" as const, "nmi" as const),
    language: fc.constantFrom("en" as const, "vi" as const, "uk" as const),
    projection: fc.constantFrom("mercator" as const, "globe" as const, "azimuthal-equidistant" as const),
    outliers: fc.boolean(),
    pairedUnits: fc.boolean(),
    flatCircle: fc.boolean(),
    reachedFrom: fc.integer({ min: 2, max: 1000 }),
  },
  { requiredKeys: ["bands", "coverage", "units", "language", "projection"] },
);

const launchPoint = (systems: string[]): fc.Arbitrary<LaunchPoint> =>
  fc.record(
    {
      id,
      name: text(60),
      geometry,
      systems: fc.uniqueArray(fc.constantFrom(...systems), { maxLength: 6 }),
      hidden: fc.boolean(),
      group: text(20),
      color,
    },
    { requiredKeys: ["id", "name", "geometry", "systems"] },
  );

export const scenario: fc.Arbitrary<Scenario> = fc
  .uniqueArray(customSystem, { maxLength: 4, selector: (system) => system.id })
  .chain((customSystems) =>
    fc.record(
      {
        version: fc.constant(1 as const),
        title: text(80),
        subtitle: text(80),
        caption: text(200),
        launchPoints: fc.uniqueArray(launchPoint([...CATALOG_IDS, ...customSystems.map((system) => system.id)]), {
          maxLength: 6,
          selector: (point) => point.id,
        }),
        customSystems: fc.constant(customSystems),
        display,
        view: fc.record({
          center: lngLat,
          zoom: fc.double({ min: 0, max: 24, noNaN: true }).map((value) => value + 0),
        }),
        catalogVersion: fc.constant("2026.1"),
      },
      { requiredKeys: ["version", "title", "launchPoints", "customSystems", "display"] },
    ),
  );
