import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { rangeOutline } from "../../../src/geodesy/index.ts";
import { createPathWriter } from "../../../src/picture/scene/pathData.ts";
import {
  fitProjection,
  moveView,
  placeProjection,
  projectView,
  viewOf,
} from "../../../src/picture/scene/projection.ts";
import type { Projection, View } from "../../../src/scenario/scenario.ts";
import { KYIV } from "../../samples.ts";
import { pointsOf } from "../picture.ts";

type LngLat = [number, number];
const SIZE = { width: 800, height: 450 };
const KINDS: Projection[] = ["mercator", "azimuthal-equidistant", "globe"];
const CENTERS: LngLat[] = [KYIV, [179.8, -17], [0, 0], [-60, 89.9], [25, -90]];
const wgs84 = geographiclib.Geodesic.WGS84;

/** The place at a distance and bearing, by geographiclib. */
function placeFrom([lng, lat]: LngLat, km: number, bearing: number): LngLat {
  const { lon2 = 0, lat2 = 0 } = wgs84.Direct(lat, lng, bearing, km * 1000);
  return [lon2, lat2];
}

const linesOf = ({ geometry }: ReturnType<typeof rangeOutline>) =>
  geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;

describe("the azimuthal map", () => {
  it.each(CENTERS)("shows distance and bearing from its centre as the geodesic has them: %s, %s", (...center) => {
    const projection = placeProjection(
      "azimuthal-equidistant",
      { center, kmPerPx: 40, pixel: [400, 225], at: center },
      SIZE,
    );
    for (const km of [50, 300, 1200, 3000, 8000]) {
      for (let bearing = 0; bearing < 360; bearing += 17) {
        const [x, y] = projection.project(placeFrom(center, km, bearing))!;
        const away = Math.hypot(x - 400, y - 225) * projection.kmPerPx;
        // To 0.01 %, or a fiftieth of a pixel.
        expect(Math.abs(away - km)).toBeLessThan(Math.max(0.0001 * km, 0.02 * projection.kmPerPx));
        if (Math.abs(center[1]) < 89) {
          const turn = (Math.atan2(x - 400, 225 - y) * 180) / Math.PI - bearing;
          expect(Math.abs(((turn + 540) % 360) - 180)).toBeLessThan(0.1);
        }
      }
    }
  });

  it("draws a ring around its centre as a circle", () => {
    for (const center of CENTERS) {
      const projection = placeProjection(
        "azimuthal-equidistant",
        { center, kmPerPx: 15, pixel: [400, 225], at: center },
        SIZE,
      );
      const data = createPathWriter(projection).lines(linesOf(rangeOutline(center, 2500)), {
        tolerance: 0.05,
        digits: 2,
      });
      const radii = pointsOf(data)
        .flat()
        .map(([x, y]) => Math.hypot(x - 400, y - 225));
      expect(radii.length).toBeGreaterThan(40);
      // Within half of a tenth of a per cent, beside rounding to hundredths of a pixel.
      for (const radius of radii) expect(Math.abs(radius - 2500 / 15)).toBeLessThan(0.0005 * (2500 / 15) + 0.02);
    }
  });
});

describe("every projection", () => {
  it.each(KINDS)("inverts what it projects: %s", (kind) => {
    for (const view of [
      { center: KYIV, zoom: 4 },
      { center: [179.9, -30], zoom: 3 },
    ] as View[]) {
      const projection = projectView(kind, view.center, view, SIZE);
      for (const pixel of [
        [400, 225],
        [380, 180],
        [460, 260],
      ] as [number, number][]) {
        const again = projection.project(projection.invert(pixel)!)!;
        expect(Math.hypot(again[0] - pixel[0], again[1] - pixel[1])).toBeLessThan(0.1);
      }
    }
  });

  it.each(KINDS)("shows the view that it says it shows: %s", (kind) => {
    for (const view of [
      { center: KYIV, zoom: 4.25 },
      { center: [-70, -33], zoom: 6 },
    ] as View[]) {
      const shown = viewOf(projectView(kind, KYIV, view, SIZE), SIZE);
      expect(shown.zoom).toBeCloseTo(view.zoom, 3);
      expect(shown.center[0]).toBeCloseTo(view.center[0], 2);
      expect(shown.center[1]).toBeCloseTo(view.center[1], 2);
    }
  });

  it.each(KINDS)("fits places into a box, and fills it in one direction: %s", (kind) => {
    for (const center of [KYIV, [179.5, -17], [0, 0]] as LngLat[]) {
      const places = linesOf(rangeOutline(center, 1600)).flat() as LngLat[];
      const box = [20, 30, 600, 400] as const;
      const projection = fitProjection(kind, center, places, [...box], SIZE);
      const points = places.map((place) => projection.project(place)!);
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      expect([west >= 19, east <= 601, north >= 29, south <= 401]).toEqual([true, true, true, true]);
      expect(Math.max((east - west) / 580, (south - north) / 370)).toBeGreaterThan(0.98);
    }
  });

  it("hides the far side of a globe", () => {
    const globe = projectView("globe", KYIV, { center: KYIV, zoom: 2 }, SIZE);
    expect(globe.project(placeFrom(KYIV, 11_000, 45))).toBeUndefined();
    expect(globe.project(placeFrom(KYIV, 9000, 45))).toBeDefined();
  });
});

describe("a moved frame", () => {
  const size = { width: 800, height: 450 };
  it.each(["mercator", "azimuthal-equidistant", "globe"] as const)("keeps scale and content on %s", (kind) => {
    const center: [number, number] = [30.5, 50.45];
    const view = { center: [34, 47] as [number, number], zoom: 4 };
    const before = projectView(kind, center, view, size);
    const moved = moveView(view, { kind, center, size }, [60, -35]);
    const after = projectView(kind, center, moved, size);
    const [x, y] = after.project(view.center) ?? [];
    // A globe turns, so what was in the middle moves only about as far.
    const within = kind === "globe" ? 2.5 : 0.05;
    expect(Math.abs((x ?? NaN) - (400 - 60))).toBeLessThan(within);
    expect(Math.abs((y ?? NaN) - (225 + 35))).toBeLessThan(within);
    const scaleAt = (map: typeof before, lat: number) =>
      kind === "mercator" ? map.kmPerPx / Math.cos((lat * Math.PI) / 180) : map.kmPerPx;
    expect(scaleAt(after, moved.center[1])).toBeCloseTo(scaleAt(before, view.center[1]), 9);
  });

  it("stays where it is beyond the edge of a globe", () => {
    const view = { center: [0, 0] as [number, number], zoom: 0 };
    expect(moveView(view, { kind: "globe", center: [0, 0], size }, [4000, 0])).toBe(view);
  });
});
