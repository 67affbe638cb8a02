import { readFileSync } from "node:fs";
import type { Box } from "../../src/figure/labels/placeLabels.ts";
import { FONT_FACES } from "../../src/picture/fonts/fontFaces.ts";
import { fontFile } from "../../src/picture/fonts/fontFile.ts";
import type { ExportContext, PictureRequest } from "../../src/files/formats.ts";
import type { Group, SceneOptions } from "../../src/picture/scene/scene.ts";
import type { PathShape, Shape, TextShape } from "../../src/picture/scene/shapes.ts";
import type { LoadWorld, WorldScale } from "../../src/picture/scene/worldScale.ts";
import { measureFont } from "../../src/picture/fonts/measureFont.ts";
import { basemapFiles } from "../../src/map/basemapFiles.ts";
import { type BasemapWorld, parseBasemapWorld } from "../../src/map/basemapWorld.ts";
import { catalog, parsedFigure } from "../samples.ts";

const repo = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const worlds = new Map<WorldScale, BasemapWorld>();

/** The outlines of the world at a scale, read once. */
export const loadWorld: LoadWorld = async (scale) => {
  const known = worlds.get(scale);
  if (known) return known;
  const world = parseBasemapWorld(JSON.parse(readFileSync(repo(`public/${basemapFiles.worlds[scale]}`), "utf8")));
  worlds.set(scale, world);
  return world;
};

/** A context for exporting a scenario in every format; its PNG is a single pixel. */
export function contextOf(parts: Record<string, unknown>, picture: Partial<PictureRequest> = {}): ExportContext {
  const { figure, scenario, translate } = parsedFigure(parts);
  return {
    figure,
    scenario,
    catalog,
    translate,
    picture: { width: 800, height: 600, theme: "light", projection: "mercator", ...picture },
    assets: {
      world: loadWorld,
      font: async (id) => readFileSync(fontFile(FONT_FACES.find((face) => face.id === id)!)),
      webFont: async (name) => readFileSync(repo(`node_modules/@fontsource/noto-sans/files/${name}`)),
    },
    drawPng: async () =>
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
        "base64",
      ),
  };
}

/** A figure and the options for a scene of it. */
export function sceneOf(parts: Record<string, unknown>, options: Partial<SceneOptions> = {}) {
  const { figure, translate } = parsedFigure(parts);
  return {
    figure,
    options: {
      width: 1600,
      height: 900,
      theme: "light",
      projection: "mercator",
      translate,
      world: loadWorld,
      ...options,
    } as SceneOptions,
  };
}

/** The points of our path data, which has absolute starts and relative lines. */
export function pointsOf(data: string): [number, number][][] {
  return data
    .split("M")
    .filter((part) => part !== "")
    .map((part) => {
      const numbers = [...part.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
      let [x, y] = [0, 0];
      const points: [number, number][] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at]!;
        y += numbers[at + 1]!;
        points.push([x, y]);
      }
      return points;
    });
}

/** All shapes of a group and the groups in it. */
export function shapesOf(group: Group): Shape[] {
  return group.items.flatMap((item) => ("items" in item ? shapesOf(item) : [item]));
}

/** The group of a name in another, wherever it is; an empty one if there is none. */
export function groupOf(group: Group, id: string): Group {
  const found = group.items.flatMap((item) => ("items" in item ? [item.id === id ? item : groupOf(item, id)] : []));
  return found.find(({ items }) => items.length > 0) ?? { id, items: [] };
}

export const textsOf = (shapes: readonly Shape[]): TextShape[] => shapes.filter((shape) => shape.type === "text");

export const pathsNamed = (group: Group, name: string): PathShape[] =>
  shapesOf(group).filter((shape): shape is PathShape => shape.type === "path" && shape.name === name);

/** The box of a text, from the baseline to the cap height. */
export function boxOfText({ x, y, text, size, weight, align = "start", letterSpacing = 0 }: TextShape): Box {
  const width = measureFont(text, size, weight) + letterSpacing * ([...text].length - 1);
  const left = align === "start" ? x : align === "end" ? x - width : x - width / 2;
  return [left, y - size * 0.72, left + width, y];
}

export const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
