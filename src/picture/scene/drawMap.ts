import type { Figure } from "../../figure/figure.ts";
import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import type { BasemapWorld } from "../../map/basemapWorld.ts";
import { buildMapData, type MapData } from "../../map/mapFeatures.ts";
import type { Theme } from "../../marks/inks.ts";
import type { Card } from "../layout/composition.ts";
import { keyCard } from "../layout/keyCard.ts";
import { type Corner, CORNERS, type MapElements } from "../layout/mapElements.ts";
import { PICTURE_INKS } from "../layout/pictureInks.ts";
import type { TypeScale } from "../layout/typeScale.ts";
import { drawGround, drawWater } from "./drawGround.ts";
import { drawLocator } from "./drawLocator.ts";
import { drawRanges, linesOf } from "./drawRanges.ts";
import type { Framing, Inset } from "./framing.ts";
import { placeLaunchNames } from "./launchNames.ts";
import { Occupancy, UNLABELLED } from "./occupancy.ts";
import { createPathWriter, type PathWriter } from "./pathData.ts";
import { placeNames, type PlacedNames } from "./placeNames.ts";
import { placeRingLabels, type PlacedRingLabel } from "./placeRingLabels.ts";
import type { MapProjection, Size } from "./projection.ts";
import { collectRingLabels, type LaunchName } from "./ringLabels.ts";
import { placeScaleBar } from "./scaleBar.ts";
import type { Group, Scene } from "./scene.ts";
import type { MeasureText, Shape } from "./shapes.ts";
import { blockShapes } from "./textBlock.ts";
import { type LoadWorld, worldScaleOf } from "./worldScale.ts";

export interface MapOptions {
  framing: Framing;
  size: Size;
  palette: BasemapPalette;
  type: TypeScale;
  theme: Theme;
  measure: MeasureText;
  translate: Translate;
  world: LoadWorld;
  /** Pixels of the file per pixel of the layout. */
  scale: number;
  elements: MapElements;
  cards: [Corner, Card][];
  /** The groups of rings that the key names, because there was no room for their names. */
  unnamed: ReadonlySet<string>;
  /** Names are short, because a list beside the map has the figures. */
  isShort: boolean;
}

/** Pixels between a card and the edges of the map. */
const CARD_GAP = 8;

/** One of a picture's maps: the main one, or the inset. */
interface MapLayer {
  world: BasemapWorld;
  projection: MapProjection;
  writer: PathWriter;
  isInside: (box: Box) => boolean;
}

function cornersOf([left, top, right, bottom]: Box): ScreenPoint[] {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
}

/** Whether a box lies in a circle, and whether it lies outside of it. */
const isIn = (box: Box, { center, radius }: Inset["circle"]): boolean =>
  cornersOf(box).every(([x, y]) => Math.hypot(x - center[0], y - center[1]) < radius - 3);
const isOut = ([left, top, right, bottom]: Box, { center, radius }: Inset["circle"]): boolean =>
  Math.hypot(Math.max(left - center[0], 0, center[0] - right), Math.max(top - center[1], 0, center[1] - bottom)) >
  radius + 3;

/** The parts of a line that are on one side of a circle. */
function partsOf(points: ScreenPoint[], keep: (point: ScreenPoint) => boolean): ScreenPoint[][] {
  const parts: ScreenPoint[][] = [];
  let part: ScreenPoint[] = [];
  for (const point of points) {
    if (keep(point)) part.push(point);
    else {
      if (part.length > 1) parts.push(part);
      part = [];
    }
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** The two lines that touch both circles from outside, from the first to the second. */
function tangents(a: Inset["circle"], b: Inset["circle"]): [ScreenPoint, ScreenPoint][] {
  const [dx, dy] = [b.center[0] - a.center[0], b.center[1] - a.center[1]];
  const distance = Math.hypot(dx, dy);
  if (distance <= Math.abs(a.radius - b.radius)) return [];
  const turn = Math.acos((a.radius - b.radius) / distance);
  return [turn, -turn].map((angle) => {
    const direction = Math.atan2(dy, dx) + angle;
    const on = ({ center, radius }: Inset["circle"]): ScreenPoint => [
      center[0] + radius * Math.cos(direction),
      center[1] + radius * Math.sin(direction),
    ];
    return [on(a), on(b)];
  });
}

/** Draws the inset: its map in a circle, its extent on the main map, and the two lines that tie them. */
function drawInset(layer: MapLayer, { circle, extent }: Inset, data: MapData, options: DrawOptions): Group[] {
  const { palette, theme, size } = options;
  const { ink } = PICTURE_INKS[theme];
  const rim = { stroke: ink, strokeWidth: 0.9 } as const;
  const { center, radius } = circle;
  return [
    {
      id: "inset-connectors",
      items: [
        { type: "circle", x: extent.center[0], y: extent.center[1], radius: extent.radius, ...rim },
        ...tangents(extent, circle).map((points): Shape => ({ type: "line", points, stroke: ink, width: 0.6 })),
      ],
    },
    {
      id: "inset",
      clip: { x: center[0], y: center[1], radius },
      items: [
        ...drawWater(layer.projection, size, palette),
        drawGround(layer.world, palette, layer.writer, layer.projection),
        ...drawRanges(data, rangeContext(layer, options)),
      ],
    },
    { id: "inset-rim", items: [{ type: "circle", x: center[0], y: center[1], radius, ...rim }] },
  ];
}

type DrawOptions = MapOptions & { weightOf: (id: string) => number | undefined };

const rangeContext = ({ writer, projection }: MapLayer, { palette, theme, weightOf, size }: DrawOptions) => ({
  size,
  writer,
  projection,
  colors: { casing: palette.land, accent: palette.dot },
  ...(theme === "print" && { weightOf }),
});

/** The weight of each item's lines in print. */
function printWeights({ marks }: Figure): (id: string) => number | undefined {
  const weights = new Map(
    marks.flatMap(({ mark, items }) => items.map((item) => [item.id, mark.print(item).weight] as const)),
  );
  return (id) => weights.get(id);
}

function placeCards(cards: MapOptions["cards"], size: Size, occupancy: Occupancy): Shape[] {
  const used = new Map<Corner, number>();
  return cards.flatMap(([corner, card]) => {
    const taken = used.get(corner) ?? CARD_GAP;
    const x = corner.endsWith("left") ? CARD_GAP : size.width - CARD_GAP - card.width;
    const y = corner.startsWith("top") ? taken : size.height - taken - card.height;
    used.set(corner, taken + card.height + CARD_GAP / 2);
    occupancy.add([x - 2, y - 2, x + card.width + 2, y + card.height + 2]);
    return card.shapes(x, y);
  });
}

/** Places the key in its corner, or in another if lines run through it there. */
function placeKey(key: Card, corner: Corner, size: Size, occupancy: Occupancy): Shape[] {
  const boxIn = (place: Corner): Box => {
    const left = place.endsWith("left") ? CARD_GAP : size.width - CARD_GAP - key.width;
    const top = place.startsWith("top") ? CARD_GAP : size.height - CARD_GAP - key.height;
    return [left, top, left + key.width, top + key.height];
  };
  const free = [corner, ...CORNERS].find((place) => occupancy.isFree(boxIn(place)));
  return placeCards([[free ?? corner, key]], size, occupancy);
}

const ringLabelShapes = ({ label, box, align, leader }: PlacedRingLabel, palette: BasemapPalette): Shape[] => [
  ...(leader ? [{ type: "line", points: leader, stroke: label.color, width: 0.7 } as const] : []),
  ...blockShapes(label.block, box, align, { color: palette.placeHalo, width: 2 }),
];

/** Draws the map of a picture with its inset, locator, scale bars, names and key. */
export async function drawMap(
  figure: Figure,
  mapOptions: MapOptions,
): Promise<
  Pick<Scene, "ground" | "basemap" | "rings" | "labels" | "missing" | "clipped"> & { unnamed: ReadonlySet<string> }
> {
  const { framing, size, palette, theme, translate, type, measure, elements, scale } = mapOptions;
  const { main, inset } = framing;
  const options: DrawOptions = { ...mapOptions, weightOf: printWeights(figure) };
  const layerOf = async (projection: MapProjection, isInside: MapLayer["isInside"]): Promise<MapLayer> => ({
    world: await options.world(worldScaleOf(projection.kmPerPx / scale)),
    projection,
    writer: createPathWriter(projection),
    isInside,
  });
  const circle = inset?.circle;
  const mainLayer = await layerOf(main, (box) => !circle || isOut(box, circle));
  const insetLayer = inset && (await layerOf(inset.projection, (box) => isIn(box, inset.circle)));
  const data = buildMapData(figure, { labels: [], theme, doubleLines: false, cut: ({ geometry }) => geometry });

  // First all lines, which no name may touch.
  const base = new Occupancy(size);
  const visible = (points: ScreenPoint[]) =>
    circle
      ? partsOf(points, ([x, y]) => Math.hypot(x - circle.center[0], y - circle.center[1]) > circle.radius)
      : [points];
  const within = (points: ScreenPoint[]) =>
    circle ? partsOf(points, ([x, y]) => Math.hypot(x - circle.center[0], y - circle.center[1]) <= circle.radius) : [];
  const drawnLines = new Map(
    data["range-outlines"].map((feature) => {
      const lines = linesOf(feature);
      const all = mainLayer.writer.linePoints(lines);
      const onMain = all.flatMap(visible);
      const onInset = insetLayer ? insetLayer.writer.linePoints(lines).flatMap(within) : [];
      return [feature.id, { all, onMain, onInset }] as const;
    }),
  );
  const { labels, ownerOf, names } = collectRingLabels(figure, { ...options, lines: drawnLines });
  // A ring is clipped if its line ends, or is nowhere: d3-geo leaves out what lies far outside the frame.
  const atEdge = ([x, y]: ScreenPoint) => x < 0 || y < 0 || x > size.width || y > size.height;
  const clippedOwners = new Set<number>();
  for (const [id, { all }] of drawnLines) {
    const owner = ownerOf(id);
    if (owner !== undefined && (all.length === 0 || all.some((line) => line.some(atEdge)))) clippedOwners.add(owner);
  }
  for (const [id, { onMain, onInset }] of drawnLines) {
    const owner = ownerOf(id) ?? UNLABELLED;
    for (const line of [...onMain, ...onInset]) base.addLine(line, owner);
  }
  if (inset) {
    for (const rim of [inset.circle, inset.extent]) base.addLine(circlePoints(rim), UNLABELLED);
    for (const line of tangents(inset.extent, inset.circle)) base.addLine(line, UNLABELLED);
  }
  for (const { lngLat, anchors } of names) {
    if (anchors?.[0] === "center") continue;
    for (const layer of [mainLayer, ...(insetLayer ? [insetLayer] : [])]) {
      const at = layer.projection.project(lngLat);
      const dot: Box | undefined = at && [at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4];
      if (dot && layer.isInside(dot)) base.add(dot);
    }
  }
  const cardShapes = placeCards(options.cards, size, base);
  const locator = elements.locator
    ? await drawLocator(main, { ...options, occupancy: base, corner: elements.locator })
    : [];
  const scaleBars = elements.scale
    ? [
        ...placeScaleBar(main, figure, { ...options, corner: elements.scale, occupancy: base }),
        ...(inset
          ? placeScaleBar(inset.projection, figure, { ...options, corner: elements.scale, occupancy: base, inset })
          : []),
      ]
    : [];

  const key =
    elements.legend && elements.legend !== "below"
      ? keyCard(figure, mapOptions.unnamed, { theme, type, measure, translate, room: size }, true)
      : undefined;
  const keyShapes =
    key && elements.legend && elements.legend !== "below" ? placeKey(key, elements.legend, size, base) : [];

  // Then the names: of launch points, of rings, and of places where there is room left.
  const occupancy = base;
  const launchNameOptions = { ...options, occupancy, layers: [...(insetLayer ? [insetLayer] : []), mainLayer] };
  const front = names.filter(({ isBackground }) => !isBackground);
  const { shapes: launchNames, missing: launchPoints } = placeLaunchNames(front, launchNameOptions);
  // A ring that the key names has no name on the map: one is enough.
  const placed = placeRingLabels(
    labels.filter(({ id }) => !mapOptions.unnamed.has(id)),
    occupancy,
  );
  const background = placeLaunchNames(
    names.filter(({ isBackground }) => isBackground),
    launchNameOptions,
  );
  const named = new Set(placed.map(({ label }) => label.id));
  const unnamed = labels.filter(({ id }) => !named.has(id));
  const launches = projectAll(main, names);
  const nameOptions = { ...options, occupancy, language: figure.language };
  const insetNames =
    insetLayer && inset
      ? placeNames({
          ...nameOptions,
          ...insetLayer,
          launches: projectAll(insetLayer.projection, names),
          area: Math.PI * inset.circle.radius ** 2,
          isPart: true,
        })
      : undefined;
  const mainNames = placeNames({
    ...nameOptions,
    ...mainLayer,
    launches,
    area: size.width * size.height - (circle ? Math.PI * circle.radius ** 2 : 0),
    isPart: false,
  });
  const both = (part: keyof Omit<PlacedNames, "missing">): Shape[] => [
    ...mainNames[part],
    ...(insetNames?.[part] ?? []),
  ];
  const groups: Group[] = [
    { id: "seas", items: both("seas") },
    { id: "countries", items: both("countries") },
    { id: "places", items: both("places") },
    { id: "ring-labels", items: placed.flatMap((label) => ringLabelShapes(label, palette)) },
    { id: "background-names", items: background.shapes },
    { id: "launch-point-names", items: launchNames },
    { id: "locator", items: locator },
    { id: "scale", items: scaleBars },
    { id: "cards", items: [...cardShapes, ...keyShapes] },
  ];
  return {
    ground: drawWater(main, size, palette),
    basemap: drawGround(mainLayer.world, palette, mainLayer.writer, main),
    rings: {
      id: "rings",
      items: [
        ...drawRanges(data, rangeContext(mainLayer, options)),
        ...(insetLayer && inset ? drawInset(insetLayer, inset, data, options) : []),
      ],
    },
    labels: { id: "labels", items: groups.filter(({ items }) => items.length > 0) },
    missing: {
      countries: mainNames.missing,
      launchPoints,
      systems: unnamed.map(({ name }) => name),
    },
    clipped: [...new Set(labels.filter(({ owner }) => clippedOwners.has(owner)).map(({ name }) => name))],
    unnamed: new Set(unnamed.map(({ id }) => id)),
  };
}

function projectAll({ project }: MapProjection, names: readonly LaunchName[]): ScreenPoint[] {
  return names.flatMap(({ lngLat, isLaunch }) => {
    const at = isLaunch ? project(lngLat) : undefined;
    return at ? [at] : [];
  });
}

function circlePoints({ center, radius }: Inset["circle"]): ScreenPoint[] {
  return Array.from({ length: 97 }, (_, step) => [
    center[0] + radius * Math.cos((step * Math.PI) / 48),
    center[1] + radius * Math.sin((step * Math.PI) / 48),
  ]);
}
