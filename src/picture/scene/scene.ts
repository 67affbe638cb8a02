import type { Figure } from "../../figure/figure.ts";
import type { Box } from "../../figure/labels/placeLabels.ts";
import type { Translate } from "../../i18n/messages.ts";
import { basemapPalette } from "../../map/basemapPalette.ts";
import type { Theme } from "../../marks/inks.ts";
import type { Projection, View } from "../../scenario/scenario.ts";
import { measureFont } from "../fonts/measureFont.ts";
import { buildComposition, type CompositionId } from "../layout/composition.ts";
import { keyCard } from "../layout/keyCard.ts";
import { type MapElements, mapElementsOf } from "../layout/mapElements.ts";
import { PADS } from "../layout/paperShapes.ts";
import { layoutWidthOf } from "../layout/pictureSize.ts";
import { type Medium, TYPE_SCALES } from "../layout/typeScale.ts";
import { toAltText } from "./altText.ts";
import { chooseFraming } from "./framing.ts";
import { drawMap } from "./drawMap.ts";
import { type FramedMap, viewOf } from "./projection.ts";
import type { MeasureText, Shape } from "./shapes.ts";
import type { LoadWorld } from "./worldScale.ts";

/** A named group of shapes, which a designer finds by its name. */
export interface Group {
  id: string;
  items: (Shape | Group)[];
  /** Clips the group to a circle, as an inset is. */
  clip?: { x: number; y: number; radius: number };
}

/** A complete picture in pixels of the layout. SVG, PDF and Canvas 2D all paint it. */
export interface Scene {
  /** Of the file. */
  width: number;
  height: number;
  layout: { width: number; height: number };
  title: string;
  description: string;
  language: string;
  /** The map's groups, in pixels of the frame, which clips them. */
  frame: Box;
  ground: Shape[];
  basemap: Group;
  rings: Group;
  labels: Group;
  mapElements: Group;
  map: FramedMap;
  /** What the map shows. */
  view: View;
  /** Names that an editor would miss: of launch countries that found no room, and of systems that only the key names. */
  missing: { countries: string[]; launchPoints: string[]; systems: string[] };
  /** The systems whose rings leave the frame. */
  clipped: string[];
}

export interface SceneOptions {
  /** Pixels of the file. */
  width: number;
  height: number;
  /** The width at which the picture is laid out; by default it follows from the size. */
  layoutWidth?: number | undefined;
  /** What the sizes of type suit; a screen by default. */
  medium?: Medium | undefined;
  theme: Theme;
  translate: Translate;
  /** Loads the outlines of the world at a scale. */
  world: LoadWorld;
  /** By default it follows from what is drawn: see framing.ts. */
  projection?: Projection | undefined;
  /** The id of the launch point in the centre of an azimuthal map; by default the middle of all. */
  centerOn?: string | undefined;
  /** The view that the user framed. Without it the picture shows everything that is drawn. */
  view?: View | undefined;
  /** By default a map with names, or beside a list where several rings find no room for theirs. */
  composition?: CompositionId | undefined;
  mapElements?: Partial<MapElements> | undefined;
  measure?: MeasureText | undefined;
}

/** A picture at least so wide lists its ranges beside the map if so many rings find no room for their names. */
const WIDE_ENOUGH = 560;
const MANY_UNNAMED = 3;

/** Builds a picture of a figure: texts, map, names, inset, locator and key. */
export async function buildScene(figure: Figure, options: SceneOptions): Promise<Scene> {
  const { width, height, theme, translate, medium = "screen", measure = measureFont } = options;
  const layoutWidth = options.layoutWidth ?? layoutWidthOf(width, height);
  const layout = { width: layoutWidth, height: (height * layoutWidth) / width };
  const type = TYPE_SCALES[medium];
  const palette = basemapPalette[theme];
  const room = { width: layout.width - 2 * PADS[medium], height: layout.height };
  const common = { theme, type, measure, translate };
  const draw = async (kind: CompositionId, unnamed: ReadonlySet<string>) => {
    const elements = mapElementsOf(figure, options.mapElements);
    // A list of all ranges leaves the key only what is no range.
    const inKey: ReadonlySet<string> = kind === "map" ? unnamed : new Set();
    const key = elements.legend === "below" ? keyCard(figure, inKey, { ...common, room }) : undefined;
    const composition = buildComposition(figure, { ...layout, ...common, medium, elements }, { key, kind });
    const [left, top, right, bottom] = composition.frame;
    const size = { width: right - left, height: bottom - top };
    const framing = chooseFraming(figure, size, options);
    const { world } = options;
    const scale = width / layoutWidth;
    const { cards } = composition;
    const isShort = kind !== "map";
    const map = await drawMap(figure, {
      ...common,
      framing,
      size,
      palette,
      world,
      scale,
      elements,
      cards,
      unnamed,
      isShort,
    });
    return { kind, composition, size, framing, map };
  };
  let inKey: ReadonlySet<string> = new Set();
  let drawn = await draw(options.composition ?? "map", inKey);
  // Rings that found no room for their names are named in the key, which takes room from the map, so that others may find none.
  while ([...drawn.map.unnamed].some((id) => !inKey.has(id))) {
    inKey = new Set([...inKey, ...drawn.map.unnamed]);
    const hasRoom = layout.width >= WIDE_ENOUGH && layout.width > layout.height;
    const isCrowded = options.composition === undefined && inKey.size >= MANY_UNNAMED && hasRoom;
    drawn = await draw(isCrowded ? "column" : drawn.kind, inKey);
  }
  const { composition, size, framing, map } = drawn;
  return {
    width,
    height,
    layout,
    title: figure.title || translate("map"),
    description: toAltText(figure, translate),
    language: figure.language,
    frame: composition.frame,
    ground: map.ground,
    basemap: map.basemap,
    rings: map.rings,
    labels: map.labels,
    missing: map.missing,
    clipped: map.clipped,
    mapElements: { id: "elements", items: composition.shapes },
    map: { kind: framing.main.kind, center: framing.main.center, size },
    view: viewOf(framing.main, size),
  };
}
