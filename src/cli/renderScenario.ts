import { readFile } from "node:fs/promises";
import { choicesOf } from "../catalog/lookups.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { DeskCatalog } from "../catalog/deskCatalog.ts";
import { withDesk } from "../catalog/withDesk.ts";
import { FONT_FACES } from "../picture/fonts/fontFaces.ts";
import { fontFile } from "../picture/fonts/fontFile.ts";
import { type ExportContext, findFormat } from "../files/formats.ts";
import { buildFigure } from "../figure/buildFigure.ts";
import type { Countries, WorldTopology } from "../marks/shapes/countries.ts";
import "../marks/noteMarks.ts";
import type { ShapeSource } from "../marks/shapes/shapeSource.ts";
import type { LanguageCode } from "../i18n/languages.ts";
import { createTranslate, type Messages, type Translate } from "../i18n/messages.ts";
import en from "../i18n/messages/en.json";
import { basemapFiles } from "../map/basemapFiles.ts";
import { type BasemapWorld, parseBasemapWorld } from "../map/basemapWorld.ts";
import { readDesk } from "../scenario/parseDeskCatalog.ts";
import { parseScenarioText } from "../scenario/parseScenario.ts";
import { isMerged } from "../scenario/isMerged.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Problem, quoteValue, toPath } from "../scenario/problem.ts";
import { problemMessage } from "../scenario/problemMessage.ts";
import { MAX_PICTURE_BYTES } from "../picture/embed/parsePicture.ts";
import type { WorldScale } from "../picture/scene/worldScale.ts";
import type { RenderRequest } from "./renderArguments.ts";

const repo = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const english = createTranslate("en", en);
const translations = new Map<LanguageCode, Promise<Translate>>([["en", Promise.resolve(english)]]);

/** Loads the messages of a language. */
function translateTo(language: LanguageCode): Promise<Translate> {
  let translate = translations.get(language);
  if (!translate) {
    translate = readFile(repo(`src/i18n/messages/${language}.json`), "utf8").then((text) =>
      createTranslate(language, JSON.parse(text) as Messages),
    );
    translations.set(language, translate);
  }
  return translate;
}

/**
 * All problems of a scenario, one per line: the path, what is wrong and what would be right. Minus signs are ASCII hyphens, so that every
 * terminal shows them and scripts can search for them.
 */
export class ScenarioError extends Error {
  constructor(problems: Problem[]) {
    super(
      problems
        .map((problem) =>
          `${problem.path === "" ? "" : `${problem.path}: `}${problemMessage(problem, english)}`
            .replaceAll("\n", " ")
            .replaceAll("−", "-"),
        )
        .join("\n"),
    );
  }
}

const worldJsons = new Map<WorldScale, Promise<unknown>>();
function readWorld(scale: WorldScale): Promise<unknown> {
  let json = worldJsons.get(scale);
  if (!json) {
    json = readFile(repo(`public/${basemapFiles.worlds[scale]}`), "utf8").then((text) => JSON.parse(text) as unknown);
    worldJsons.set(scale, json);
  }
  return json;
}
const worlds = new Map<WorldScale, Promise<BasemapWorld>>();

export const nodeAssets: ExportContext["assets"] = {
  world: (scale) => {
    const world = worlds.get(scale) ?? readWorld(scale).then(parseBasemapWorld);
    worlds.set(scale, world);
    return world;
  },
  font: async (id) => readFile(fontFile(FONT_FACES.find((face) => face.id === id) ?? FONT_FACES[0]!)),
  webFont: (name) => readFile(repo(`node_modules/@fontsource/noto-sans/files/${name}`)),
};

/** Makes a PNG without a browser by rasterising the SVG with the same fonts. For scripts that those lack, system fonts are used. */
export async function rasterise(context: ExportContext): Promise<Uint8Array> {
  const { toSvg } = await import("../picture/painters/svg.ts");
  const { Resvg } = await import("@resvg/resvg-js");
  const { fileURLToPath } = await import("node:url");
  const { figure, picture, translate, assets } = context;
  const svg = await toSvg(figure, { ...picture, translate, world: assets.world });
  const needsMore = /[\u0590-\u1dff\u2e80-\uffef]|[\u{10000}-\u{10ffff}]/u.test(svg);
  const font = {
    fontFiles: FONT_FACES.map((face) => fileURLToPath(fontFile(face))),
    loadSystemFonts: needsMore,
    defaultFontFamily: "Noto Sans",
    sansSerifFamily: "Noto Sans",
  };
  return new Resvg(svg, { font, fitTo: { mode: "original" } }).render().asPng();
}

/** Problems for countries and parts that are not on the map, which would otherwise silently draw nothing. */
function countryProblems({ launchPoints, highlights = [] }: Scenario, countries: Countries): Problem[] {
  const unknown = highlights.flatMap((highlight, index) =>
    highlight.countries.flatMap((code, position): Problem[] =>
      countries.partsOf(code).length > 0
        ? []
        : [
            {
              path: toPath(["highlights", index, "countries", position]),
              code: "choice",
              values: { value: quoteValue(code), expected: countries.codes.join(", ") },
            },
          ],
    ),
  );
  const ofPoints = launchPoints.flatMap(({ geometry }, index): Problem[] => {
    if (geometry.type !== "Country") return [];
    const path: (string | number)[] = ["launchPoints", index, "geometry"];
    const known = countries.partsOf(geometry.code);
    if (known.length === 0)
      return [
        {
          path: toPath([...path, "code"]),
          code: "choice",
          values: { value: quoteValue(geometry.code), expected: countries.codes.join(", ") },
        },
      ];
    return (geometry.parts ?? []).flatMap((part, position): Problem[] =>
      known.includes(part)
        ? []
        : [
            {
              path: toPath([...path, "parts", position]),
              code: "choice",
              values: { value: quoteValue(part), expected: known.join(", ") },
            },
          ],
    );
  });
  return [...ofPoints, ...unknown];
}

/**
 * Computes the shapes of areas, countries and merged coverage synchronously. Its code is loaded only for scenarios that have any.
 *
 * @throws ScenarioError for a country that is not on the map
 */
async function shapesFor(scenario: Scenario): Promise<ShapeSource | undefined> {
  const types = new Set(scenario.launchPoints.map((point) => point.geometry.type));
  const merges = isMerged(scenario.display);
  const hasCountries = types.has("Country") || scenario.highlights !== undefined;
  if (!merges && !hasCountries && (types.size === 0 || (types.size === 1 && types.has("Point")))) return undefined;
  const { createSyncShapes } = await import("../marks/shapes/syncShapes.ts");
  if (!hasCountries) return createSyncShapes(undefined);
  const { createCountries } = await import("../marks/shapes/countries.ts");
  const countries = createCountries((await readWorld("50m")) as WorldTopology);
  const problems = countryProblems(scenario, countries);
  if (problems.length > 0) throw new ScenarioError(problems);
  return createSyncShapes(countries);
}

/**
 * Renders one scenario in one format.
 *
 * @param desk a newsroom's own catalogue, in place of the one that the scenario carries, if any
 * @throws ScenarioError for a scenario with any problem
 */
export async function renderScenario(
  text: string,
  catalog: Catalog,
  request: RenderRequest,
  desk?: DeskCatalog,
): Promise<Uint8Array | string> {
  const { scenario: parsed, problems } = parseScenarioText(
    text,
    choicesOf(catalog).map((choice) => choice.id),
    desk ? () => ({ catalog: desk, problems: [] }) : readDesk,
  );
  if (!parsed || problems.length > 0) throw new ScenarioError(problems);
  const language = request.language ?? parsed.display.language;
  const scenario = { ...parsed, display: { ...parsed.display, language } };
  const translate = await translateTo(language);
  const mapCatalog = withDesk(catalog, scenario.deskCatalog);
  const { width, height, theme, text: mode, dpi } = request;
  const context: ExportContext = {
    figure: buildFigure(mapCatalog, scenario, translate, await shapesFor(scenario)),
    scenario,
    catalog: mapCatalog,
    translate,
    picture: {
      width,
      height,
      theme,
      projection: request.projection,
      text: mode,
      dpi,
      layoutWidth: request.slot?.layoutWidth,
      medium: request.slot?.medium,
      composition: request.composition,
    },
    assets: nodeAssets,
    drawPng: rasterise,
  };
  const format = findFormat(request.format);
  if (!format) throw new Error(`no format ${request.format}`);
  return format.run(context);
}

/** A larger file cannot be a scenario. */
export const MAX_INPUT_BYTES = Math.min(MAX_PICTURE_BYTES, 64 * 1024 * 1024);
