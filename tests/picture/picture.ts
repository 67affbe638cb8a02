import { readFileSync } from "node:fs";
import { FONT_FACES } from "../../src/picture/fonts/fontFaces.ts";
import { fontFile } from "../../src/picture/fonts/fontFile.ts";
import type { ExportContext, PictureRequest } from "../../src/files/formats.ts";
import type { SceneOptions } from "../../src/picture/scene/scene.ts";
import { parseBasemapWorld } from "../../src/map/basemapWorld.ts";
import { catalog, parsedFigure } from "../samples.ts";

const repo = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const world = parseBasemapWorld(JSON.parse(readFileSync(repo("public/basemap/world-50m.json"), "utf8")));

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
      world: async () => world,
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
      world,
      ...options,
    } satisfies SceneOptions,
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
