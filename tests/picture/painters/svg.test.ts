import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { distanceKm } from "../../../src/geodesy/index.ts";
import { measureFont } from "../../../src/picture/fonts/measureFont.ts";
import type { TextShape } from "../../../src/picture/scene/shapes.ts";
import { buildScene, type Group } from "../../../src/picture/scene/scene.ts";
import type { PathShape, Shape } from "../../../src/picture/scene/shapes.ts";
import { toSvg } from "../../../src/picture/painters/svg.ts";
import { pointsOf, sceneOf } from "../picture.ts";
import { pointJson } from "../../samples.ts";

const KYIV: [number, number] = [30.5234, 50.4501];
const four = {
  title: "Four",
  launchPoints: [pointJson("p1", KYIV, ["atacms", "storm-shadow", "scalp-eg", "tomahawk"], "Kyiv")],
};

function shapesOf(group: Group): Shape[] {
  return group.items.flatMap((item) => ("items" in item ? shapesOf(item) : [item]));
}
const pathsNamed = (group: Group, name: string): PathShape[] =>
  shapesOf(group).filter((shape): shape is PathShape => shape.type === "path" && shape.name === name);
const line = (group: Group, name: string): [number, number][][] =>
  pointsOf(pathsNamed(group, name).find((path) => path.stroke && !path.fill)!.data);

describe("SVG", () => {
  it("has the four groups in order, a title and a description", () => {
    const { figure, options } = sceneOf(four);
    const svg = toSvg(figure, options);
    const at = ["basemap", "rings", "labels", "elements"].map((id) => svg.indexOf(`<g id="${id}">`));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(svg).toContain('<title id="title">Four</title>');
    expect(svg).toMatch(/<desc id="description">[^<]*ATACMS/);
    expect(svg).toMatch(/<text[^>]*>ATACMS 300/);
    expect(svg).toContain('width="1600" height="900" viewBox="0 0 1600 900"');
    expect(svg.length).toBeLessThan(1_500_000);
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("can be rendered by another program, in exactly the requested size", () => {
    const { figure, options } = sceneOf(
      { ...four, title: 'A <b> & "B" \u0001 ]]>', caption: "</svg><script>" },
      { width: 777, height: 555 },
    );
    const svg = toSvg(figure, { ...options, scenarioText: '{"a":"<&>"}' });
    expect(svg).not.toContain("<script>");
    const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    expect([image.width, image.height]).toEqual([777, 555]);
  });

  it("draws rings around the centre of an azimuthal map as exact circles", () => {
    const { figure, options } = sceneOf(four, { projection: "azimuthal-equidistant" });
    const scene = buildScene(figure, options);
    const [left, top, right, bottom] = scene.frame;
    const center = [(right - left) / 2, (bottom - top) / 2] as const;
    const radii = ["ring:p1:tomahawk", "ring:p1:atacms"].map((name) => {
      const distances = line(scene.rings, name)
        .flat()
        .map(([x, y]) => Math.hypot(x - center[0], y - center[1]));
      expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(0.15);
      return distances[0]!;
    });
    expect(radii[0]! / radii[1]!).toBeCloseTo(8, 1);
  });

  it("has every vertex of a Mercator ring at its geodesic distance, within a fraction of a pixel", () => {
    const { figure, options } = sceneOf(four, {
      view: { center: [30.5234, 50.4501], zoom: 5 },
      viewSize: { width: 1600, height: 900 },
    });
    const { rings, frame } = buildScene(figure, options);
    const [width, height] = [frame[2] - frame[0], frame[3] - frame[1]];
    const zoom = 5 + Math.log2(Math.min(width / 1600, height / 900));
    const scale = 512 * 2 ** zoom;
    const mercator = (lat: number) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
    const middle = mercator(50.4501);
    for (const [x, y] of line(rings, "ring:p1:atacms").flat()) {
      const lng = 30.5234 + ((x - width / 2) / scale) * 360;
      const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * (middle + (y - height / 2) / scale)))) * 180) / Math.PI;
      expect(Math.abs(distanceKm(KYIV, [lng, lat]) - 300)).toBeLessThan(0.1);
    }
  });

  it.each([
    [179.5, 52],
    [-179.5, -17],
    [180, 0],
  ] as [number, number][])("draws no line across the map for a point at %s, %s", (lng, lat) => {
    const { figure, options } = sceneOf({ launchPoints: [pointJson("p1", [lng, lat], ["tomahawk", "atacms"])] });
    const { rings } = buildScene(figure, options);
    const paths = shapesOf(rings).filter(
      (shape): shape is PathShape => shape.type === "path" && shape.fill === undefined,
    );
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      for (const part of pointsOf(path.data)) {
        for (let at = 1; at < part.length; at += 1)
          expect(Math.hypot(part[at]![0] - part[at - 1]![0], part[at]![1] - part[at - 1]![1])).toBeLessThan(120);
      }
    }
  });

  it("draws every visible copy of the world", () => {
    const { figure, options } = sceneOf(four, {
      view: { center: [0, 20], zoom: 0 },
      width: 2000,
      height: 500,
      layoutWidth: 2000,
    });
    const ukraine = pathsNamed(buildScene(figure, options).basemap, "land-UA")[0]!;
    const starts = pointsOf(ukraine.data).map((part) => Math.round(part[0]![0] / 10));
    expect(new Set(starts).size).toBeGreaterThanOrEqual(4);
  });

  it("names places in the figure's language", () => {
    const titled = (language: string) => {
      const { figure, options } = sceneOf(
        { launchPoints: [pointJson("p1", KYIV, ["nasams"])], display: { language } },
        { view: { center: KYIV, zoom: 4 } },
      );
      return toSvg(figure, options);
    };
    const said = { uk: ">ПОЛЬЩА<", vi: ">BA LAN<", en: ">POLAND<" };
    for (const [language, word] of Object.entries(said))
      expect([language, titled(language).includes(word)]).toEqual([language, true]);
    expect(titled("vi").includes('xml:lang="vi"')).toBe(true);
  });

  it.each([3, 4.5, 6])("keeps labels clear of each other and of the map elements, at zoom %d", (zoom) => {
    const { figure, options } = sceneOf(four, { view: { center: KYIV, zoom } });
    const { labels, mapElements, frame } = buildScene(figure, options);
    const boxes = shapesOf(labels).flatMap((shape) => (shape.type === "text" ? [{ ...boxOfText(shape), shape }] : []));
    expect(boxes.length).toBeGreaterThan(10);
    const cards = shapesOf(mapElements).flatMap((shape) =>
      shape.type === "rect" && shape.radius !== undefined
        ? [{ left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }]
        : [],
    );
    expect(cards.length).toBeGreaterThanOrEqual(3);
    const found = boxes.flatMap((box, index) => [
      ...boxes.slice(index + 1).flatMap((other) => (overlap(box, other) ? [[box.shape.text, other.shape.text]] : [])),
      ...cards.flatMap((card) =>
        overlap({ ...box, top: box.top + frame[1], bottom: box.bottom + frame[1] }, card)
          ? [[box.shape.text, "card"]]
          : [],
      ),
    ]);
    expect(found).toEqual([]);
  });
});

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box of a text, from the baseline to the cap height. */
function boxOfText({ x, y, text, size, weight, align = "start", letterSpacing = 0 }: TextShape): Edges {
  const width = measureFont(text, size, weight) + letterSpacing * (text.length - 1);
  const left = align === "start" ? x : align === "end" ? x - width : x - width / 2;
  return { left, top: y - size * 0.72, right: left + width, bottom: y };
}

const overlap = (a: Edges, b: Edges): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
