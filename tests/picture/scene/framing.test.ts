import { describe, expect, it } from "vitest";
import { automaticProjection, chooseFraming } from "../../../src/picture/scene/framing.ts";
import { at, figureOf, KYIV, ringsOf } from "../../samples.ts";

const SIZE = { width: 800, height: 330 };
const own = (id: string, km: number) => ({ id, name: id, rangeKm: { min: km, max: km } });
const figureWith = (ranges: number[], points = [KYIV]) => {
  const systems = ranges.map((km) => own(`s${km}`, km));
  const ids = systems.map(({ id }) => id);
  return figureOf(
    points.map((lngLat, index) => at(`p${index}`, lngLat, ids)),
    {},
    systems,
  );
};

describe("the projection of a picture", () => {
  it("is azimuthal from 800 km on, and Mercator for shorter ranges", () => {
    expect(automaticProjection(figureWith([799]))).toBe("mercator");
    expect(automaticProjection(figureWith([800]))).toBe("azimuthal-equidistant");
    expect(chooseFraming(figureWith([2000]), SIZE, {}).main.kind).toBe("azimuthal-equidistant");
  });

  it("is what the user chose", () => {
    for (const projection of ["mercator", "azimuthal-equidistant", "globe"] as const)
      for (const km of [100, 2000])
        expect(chooseFraming(figureWith([km]), SIZE, { projection }).main.kind).toBe(projection);
  });

  it("is centred on the launch point that the user chose", () => {
    const figure = figureWith([500], [KYIV, [24, 49.8]]);
    const { main } = chooseFraming(figure, SIZE, { projection: "azimuthal-equidistant", centerOn: "p1" });
    expect(main.center).toEqual([24, 49.8]);
  });
});

describe("the inset", () => {
  it("is there if the longest ring is more than five times the shortest", () => {
    expect(chooseFraming(figureWith([2400, 300]), SIZE, {}).inset).toMatchObject({ launchPoint: "p0", reachKm: 300 });
    expect(chooseFraming(figureWith([1500, 300]), SIZE, {}).inset).toBeUndefined();
    expect(chooseFraming(figureWith([1501, 300]), SIZE, {}).inset).toBeDefined();
  });

  it("is left out of a small frame and of a map with many launch points", () => {
    expect(chooseFraming(figureWith([2400, 300]), { width: 300, height: 170 }, {}).inset).toBeUndefined();
    const many = figureWith([2400, 300], [KYIV, [24, 49], [36, 50], [35, 48]]);
    expect(chooseFraming(many, SIZE, {}).inset).toBeUndefined();
  });

  it.each([
    [800, 330],
    [330, 420],
    [424, 700],
  ])("lies in the frame and shows its rings as circles at one scale: %d × %d", (width, height) => {
    const { inset } = chooseFraming(figureWith([2400, 300, 70]), { width, height }, {});
    const { center, radius } = inset!.circle;
    expect([
      center[0] - radius >= 0,
      center[1] - radius >= 0,
      center[0] + radius <= width,
      center[1] + radius <= height,
    ]).toEqual([true, true, true, true]);
    const middle = inset!.projection.project(KYIV)!;
    expect(Math.hypot(middle[0] - center[0], middle[1] - center[1])).toBeLessThan(0.5);
    expect(300 / inset!.projection.kmPerPx).toBeLessThan(radius);
  });
});

it.each([
  [800, 330],
  [330, 420],
  [424, 700],
  [200, 200],
])("every ring is complete in the frame, with a margin, and clear of the inset: %d × %d", (width, height) => {
  for (const figure of [
    figureWith([2400, 300]),
    figureWith([300]),
    figureWith([2000], [KYIV, [24, 49.8], [36, 50]]),
    figureWith([1600], [[179.5, -17]]),
    figureWith([1600], [[10, 89]]),
  ]) {
    const { main, inset } = chooseFraming(figure, { width, height }, {});
    const longest = ringsOf(figure)[0]!.rangeKm;
    for (const ring of ringsOf(figure)) {
      const { geometry } = ring.outline;
      const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
      for (const [lng = 0, lat = 0] of lines.flat()) {
        const [x, y] = main.project([lng, lat])!;
        expect([x >= 12, y >= 12, x <= width - 12, y <= height - 12]).toEqual([true, true, true, true]);
        if (inset && ring.rangeKm === longest)
          expect(Math.hypot(x - inset.circle.center[0], y - inset.circle.center[1])).toBeGreaterThan(
            inset.circle.radius,
          );
      }
    }
  }
});

it("a picture that the user framed shows that view", () => {
  const view = { center: [10, 50] as [number, number], zoom: 5 };
  const { main } = chooseFraming(figureWith([300]), SIZE, { view });
  const middle = main.invert([SIZE.width / 2, SIZE.height / 2])!;
  expect(middle[0]).toBeCloseTo(10, 3);
  expect(middle[1]).toBeCloseTo(50, 3);
});
