import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { distanceKm } from "../../../src/geodesy/index.ts";
import { buildScene, type Group } from "../../../src/picture/scene/scene.ts";
import type { PathShape } from "../../../src/picture/scene/shapes.ts";
import { toSvg } from "../../../src/picture/painters/svg.ts";
import { boxOfText, overlap, pathsNamed, pointsOf, sceneOf, shapesOf, textsOf } from "../picture.ts";
import { KYIV, pointJson } from "../../samples.ts";

const four = {
  title: "Four",
  launchPoints: [pointJson("p1", KYIV, ["atacms", "storm-shadow", "scalp-eg", "tomahawk"], "Kyiv")],
};

/** The line of a ring on the main map. Where there is an inset, it is drawn there once more. */
const line = (group: Group, name: string): [number, number][][] =>
  pointsOf(pathsNamed(group, name).find((path) => path.stroke && !path.fill)!.data);

describe("SVG", () => {
  it("has the four groups in order, a title and a description", async () => {
    const { figure, options } = sceneOf(four);
    const svg = await toSvg(figure, options);
    const at = ["basemap", "rings", "labels", "elements"].map((id) => svg.indexOf(`<g id="${id}">`));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(svg).toContain('<title id="title">Four</title>');
    expect(svg).toMatch(/<desc id="description">[^<]*ATACMS/);
    expect(svg).toMatch(/<text[^>]*>ATACMS[⁰¹²³⁴-⁹\u2009]+</);
    expect(svg).toMatch(/<text[^>]*>300\u00A0km/);
    expect(svg).toContain('width="1600" height="900" viewBox="0 0 800 450"');
    expect(svg.length).toBeLessThan(1_500_000);
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("can be rendered by another program, in exactly the requested size", async () => {
    const { figure, options } = sceneOf(
      { ...four, title: 'A <b> & "B" \u0001 ]]>', caption: "</svg><script>" },
      { width: 777, height: 555 },
    );
    const svg = await toSvg(figure, { ...options, scenarioText: '{"a":"<&>"}' });
    expect(svg).not.toContain("<script>");
    const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    expect([image.width, image.height]).toEqual([777, 555]);
  });

  it("draws rings around the centre of an azimuthal map as exact circles", async () => {
    const { figure, options } = sceneOf(four, { projection: "azimuthal-equidistant", centerOn: "p1" });
    const scene = await buildScene(figure, options);
    const radii = ["ring:p1:tomahawk", "ring:p1:atacms"].map((name) => {
      const points = line(scene.rings, name).flat();
      // The centre is the middle of the widest extent, for a ring that is complete in the frame.
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      const center = [(Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2] as const;
      const distances = points.map(([x, y]) => Math.hypot(x - center[0], y - center[1]));
      expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(0.15);
      return distances[0]!;
    });
    expect(radii[0]! / radii[1]!).toBeCloseTo(8, 1);
  });

  it("has every vertex of a Mercator ring at its geodesic distance, within a fraction of a pixel", async () => {
    const view = { center: KYIV, zoom: 5 };
    const { figure, options } = sceneOf(four, { view });
    const { rings, frame } = await buildScene(figure, options);
    const [width, height] = [frame[2] - frame[0], frame[3] - frame[1]];
    const scale = 512 * 2 ** view.zoom;
    const mercator = (lat: number) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
    const middle = mercator(KYIV[1]);
    const vertices = line(rings, "ring:p1:atacms").flat();
    expect(vertices.length).toBeGreaterThan(20);
    for (const [x, y] of vertices) {
      const lng = KYIV[0] + ((x - width / 2) / scale) * 360;
      const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * (middle + (y - height / 2) / scale)))) * 180) / Math.PI;
      expect(Math.abs(distanceKm(KYIV, [lng, lat]) - 300)).toBeLessThan(0.1);
    }
  });

  it.each(["mercator", "azimuthal-equidistant", "globe"] as const)(
    "draws no line across the map at the antimeridian, the equator or a pole: %s",
    async (projection) => {
      for (const [lng, lat] of [
        [179.5, 52],
        [-179.5, -17],
        [180, 0],
        [-120, 90],
        [10, -89],
      ] as [number, number][]) {
        // On a Mercator map, a ring around a pole is a parallel, which does run across.
        if (projection === "mercator" && Math.abs(lat) > 85) continue;
        const { figure, options } = sceneOf(
          { launchPoints: [pointJson("p1", [lng, lat], ["tomahawk", "atacms"])] },
          { projection },
        );
        const scene = await buildScene(figure, options);
        const [left, top, right, bottom] = scene.frame;
        const paths = shapesOf({ id: "all", items: [scene.basemap, scene.rings] }).filter(
          (shape): shape is PathShape => shape.type === "path" && shape.fill === undefined,
        );
        expect(paths.some(({ name }) => name?.startsWith("ring:"))).toBe(true);
        for (const path of paths) {
          for (const part of pointsOf(path.data)) {
            for (let at = 1; at < part.length; at += 1) {
              const [from, to] = [part[at - 1]!, part[at]!];
              const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
              // Near its limit, Mercator stretches a border of a few degrees over much of the frame.
              const isLong = length > 0.3 * Math.min(right - left, bottom - top);
              expect([lng, lat, path.name, isLong && path.name?.startsWith("ring:")]).toEqual([
                lng,
                lat,
                path.name,
                false,
              ]);
            }
          }
        }
      }
    },
  );

  it("draws a ring around a pole as a parallel on a Mercator map", async () => {
    const { figure, options } = sceneOf({ launchPoints: [pointJson("p1", [-120, 90], ["tomahawk"])] });
    const { rings, frame } = await buildScene(figure, options);
    const points = line(rings, "ring:p1:tomahawk").flat();
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(0.5);
    expect([Math.min(...xs) <= 1, Math.max(...xs) >= frame[2] - 1]).toEqual([true, true]);
  });

  it("names places in the figure's language", async () => {
    const titled = (language: string) => {
      const { figure, options } = sceneOf(
        { launchPoints: [pointJson("p1", KYIV, ["nasams"])], display: { language } },
        { view: { center: KYIV, zoom: 4 } },
      );
      return toSvg(figure, options);
    };
    const said = { uk: ">ПОЛЬЩА<", vi: ">BA LAN<", en: ">POLAND<" };
    for (const [language, word] of Object.entries(said))
      expect([language, (await titled(language)).includes(word)]).toEqual([language, true]);
    expect((await titled("vi")).includes('xml:lang="vi"')).toBe(true);
  });

  it.each([3, 4.5, 6])("keeps labels clear of each other and of the cards, at zoom %d", async (zoom) => {
    const { figure, options } = sceneOf(four, {
      view: { center: KYIV, zoom },
      mapElements: { title: "top-left", sources: "bottom-left", credits: "bottom-right", legend: "top-right" },
    });
    const { labels } = await buildScene(figure, options);
    const cards = shapesOf(labels).flatMap((shape) => (shape.type === "rect" ? [shape] : []));
    expect(cards.length).toBeGreaterThanOrEqual(3);
    const isOnCard = ([left, top, right, bottom]: readonly number[]) =>
      cards.some(({ x, y, width, height }) => left! >= x && top! >= y && right! <= x + width && bottom! <= y + height);
    const texts = textsOf(shapesOf(labels)).map((text) => ({ text: text.text, box: boxOfText(text) }));
    const names = texts.filter(({ box }) => !isOnCard(box));
    expect(names.length).toBeGreaterThan(6);
    const found = names.flatMap(({ text, box }, index) => [
      ...names.slice(index + 1).flatMap((other) => (overlap(box, other.box) ? [[text, other.text]] : [])),
      ...cards.flatMap(({ x, y, width, height }) =>
        overlap(box, [x, y, x + width, y + height]) ? [[text, "card"]] : [],
      ),
    ]);
    expect(found).toEqual([]);
  });
});
