import type { Figure } from "../../figure/figure.ts";
import type { LngLat } from "../../marks/drawn.ts";
import { type Box, LABEL_SIZES, placeLabels } from "../../figure/labels/placeLabels.ts";
import type { Translate } from "../../i18n/messages.ts";
import { basemapPalette } from "../../map/basemapPalette.ts";
import type { BasemapWorld } from "../../map/basemapWorld.ts";
import { buildMapData } from "../../map/mapFeatures.ts";
import { buildMapStyle } from "../../map/mapStyle.ts";
import type { View } from "../../scenario/scenario.ts";
import { toAltText } from "./altText.ts";
import { composeAround } from "../layout/composeAround.ts";
import { drawGround } from "./drawGround.ts";
import { drawLabels } from "./drawLabels.ts";
import { drawRanges } from "./drawRanges.ts";
import { fitClear, outlinesOf } from "./fitClear.ts";
import type { MapElements } from "../layout/mapElements.ts";
import { type Size, viewInFrame } from "./mapFrame.ts";
import { measureFont } from "../fonts/measureFont.ts";
import { createPathWriter } from "./pathData.ts";
import { layoutWidthOf } from "../layout/pictureSize.ts";
import type { Theme } from "../../marks/inks.ts";
import { buildAzimuthal, buildMercator, type MapProjection, projectIn } from "./projection.ts";
import type { MeasureText, Shape } from "./shapes.ts";

/** A named group of shapes, which a designer finds by its name. */
export interface Group {
  id: string;
  items: (Shape | Group)[];
}

/** A complete vector picture in pixels of the layout, from which SVG and PDF are written. */
export interface Scene {
  /** Of the file. */
  width: number;
  height: number;
  layout: Size;
  title: string;
  description: string;
  language: string;
  /** The map's groups, in pixels of the frame, which clips them. */
  frame: [left: number, top: number, right: number, bottom: number];
  ground: Shape[];
  basemap: Group;
  rings: Group;
  labels: Group;
  mapElements: Group;
}

export interface SceneOptions {
  /** Pixels of the file. */
  width: number;
  height: number;
  /** The width at which the picture is laid out; by default it follows from the size. */
  layoutWidth?: number;
  theme: Theme;
  translate: Translate;
  world: BasemapWorld;
  projection: "mercator" | "azimuthal-equidistant";
  /** The id of the launch point in the centre of an azimuthal map; by default the first visible one. */
  centerOn?: string;
  /** The view on the screen. Without it the picture shows everything that is drawn. */
  view?: View | undefined;
  /** The size of the map on that screen. */
  viewSize?: Size;
  mapElements?: Partial<MapElements>;
  measure?: MeasureText;
}

/** The assumed screen size of a saved view, which does not record it. */
const USUAL_SCREEN: Size = { width: 1280, height: 720 };
/** The view of an empty map. */
const WHOLE_WORLD: View = { center: [20, 30], zoom: 2 };

function buildProjection(figure: Figure, options: SceneOptions, frame: Size, obstacles: Box[]): MapProjection {
  const shown = figure.launchPoints.filter((point) => !point.hidden && point.lngLat);
  const center = (shown.find((point) => point.id === options.centerOn) ?? shown[0])?.lngLat;
  if (options.projection === "azimuthal-equidistant" && center)
    return buildAzimuthal(center, azimuthalScale(figure, center, frame), frame);
  const view = options.view
    ? viewInFrame(options.view, options.viewSize ?? USUAL_SCREEN, frame)
    : figure.bounds
      ? fitClear(figure, figure.bounds, frame, obstacles)
      : viewInFrame(WHOLE_WORLD, USUAL_SCREEN, frame);
  return buildMercator(view, frame);
}

/** The positions of the visible launch points. */
const dotsOf = (figure: Figure): LngLat[] =>
  figure.launchPoints.flatMap(({ hidden, lngLat }) => (hidden || !lngLat ? [] : [lngLat]));

/** The dashes of each item's lines in print. */
function printDashes({ marks }: Figure): (id: string) => number[] | undefined {
  const dashes = new Map(marks.flatMap(({ mark, items }) => items.map((item) => [item.id, mark.print(item).dash])));
  return (id) => dashes.get(id);
}

/** The scale in kilometres per pixel at which every outline fits into the frame. */
function azimuthalScale(figure: Figure, center: LngLat, frame: Size): number {
  const plane = buildAzimuthal(center, 1, { width: 1e6, height: 1e6 });
  let perPixel = 0.5;
  const see = (lng: number, lat: number) => {
    const [x, y] = plane.toPlane(lng, lat);
    perPixel = Math.max(perPixel, Math.abs(x - 5e5) / (frame.width * 0.46), Math.abs(y - 5e5) / (frame.height * 0.46));
  };
  for (const place of dotsOf(figure)) see(...place);
  for (const { outline } of outlinesOf(figure)) {
    const lines =
      outline.geometry.type === "LineString" ? [outline.geometry.coordinates] : outline.geometry.coordinates;
    const count = lines.reduce((sum, line) => sum + line.length, 0);
    // A sample of vertices is enough to find the extent.
    const step = Math.max(1, Math.floor(count / 48));
    for (const line of lines)
      for (let index = 0; index < line.length; index += step) see(line[index]?.[0] ?? 0, line[index]?.[1] ?? 0);
  }
  return Math.min(perPixel, 20_003.93 / (Math.min(frame.width, frame.height) * 0.47));
}

/** Builds a vector picture from the same style, labels and layout as the picture of the live map. */
export function buildScene(figure: Figure, options: SceneOptions): Scene {
  const { width, height, theme, translate, world, measure = measureFont } = options;
  const layoutWidth = options.layoutWidth ?? layoutWidthOf(width, height);
  const layout: Size = { width: layoutWidth, height: (height * layoutWidth) / width };
  const azimuthal =
    options.projection === "azimuthal-equidistant" && figure.launchPoints.some((point) => !point.hidden);
  const composed = composeAround(
    figure,
    {
      ...layout,
      theme,
      measure,
      translate,
      azimuthal,
      ...(options.mapElements && { mapElements: options.mapElements }),
    },
    (frame, obstacles) => buildProjection(figure, options, frame, obstacles),
  );
  const { composition, size, fitted: projection } = composed;
  const [left, top, right, bottom] = composition.frame;

  const project = projectIn(projection, size);
  const labels = placeLabels(figure, {
    ...size,
    obstacles: composition.obstacles,
    project,
    measure: (text, kind) => measure(text, LABEL_SIZES[kind].fontSize, 600),
  });
  // An azimuthal map shows the poles, so its outlines are not cut at Mercator's limit.
  const data = buildMapData(figure, { labels, theme, ...(azimuthal && { cut: ({ geometry }) => geometry }) });
  const { layers } = buildMapStyle({ language: figure.language, theme, baseUrl: "" });
  const palette = basemapPalette[theme];
  const writer = createPathWriter(projection, size);
  const disc = projection.disc;
  const whole: Shape = {
    type: "rect",
    x: 0,
    y: 0,
    ...size,
    fill: disc && disc.radius < Math.hypot(size.width, size.height) / 2 ? palette.space : palette.water,
  };
  return {
    width,
    height,
    layout,
    title: figure.title || translate("map"),
    description: toAltText(figure, translate),
    language: figure.language,
    frame: [left, top, right, bottom],
    ground: [
      whole,
      ...(disc && whole.fill === palette.space
        ? [{ type: "circle", x: disc.center[0], y: disc.center[1], radius: disc.radius, fill: palette.water } as const]
        : []),
    ],
    basemap: drawGround(layers, world, writer, projection.zoom),
    rings: drawRanges(layers, data, projection, {
      writer,
      size,
      ...(theme === "print" && { dashOf: printDashes(figure) }),
    }),
    labels: drawLabels({
      layers,
      world,
      labels,
      dots: dotsOf(figure).map(project),
      projection,
      size,
      obstacles: composition.obstacles,
      palette,
      theme,
      language: figure.language,
      measure,
    }),
    mapElements: { id: "elements", items: composition.shapes },
  };
}
