import type { LayerSpecification } from "maplibre-gl";
import {
  BoxGrid,
  boxOf,
  type Box,
  LABEL_SIZES,
  type LabelAnchor,
  type PlacedLabel,
  type ScreenPoint,
} from "../../figure/labels/placeLabels.ts";
import type { Theme } from "../../marks/inks.ts";
import { DOT_RADIUS } from "../../marks/launchPoint.ts";
import { basemapImageIds } from "../../map/basemapImages.ts";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import { basemapFontNames, basemapLayerIds, basemapSourceId } from "../../map/basemapStyle.ts";
import type { BasemapLabel, BasemapWorld } from "../../map/basemapWorld.ts";
import { type LanguageCode, LANGUAGES } from "../../i18n/languages.ts";
import type { Size } from "./mapFrame.ts";
import { type MapProjection, projectIn } from "./projection.ts";
import type { Group } from "./scene.ts";
import type { MeasureText, Shape, TextShape } from "./shapes.ts";
import { createLayerReader, type LayerReader, type StyleFeature } from "./styleReader.ts";
import { wrapLabel } from "../layout/wrapLabel.ts";

/** Half the cap height of Noto Sans in ems: the distance from the middle of a line to its baseline. */
const HALF_CAPITAL = 0.357;
/** Pixels kept free between names of the basemap and names of launch points. */
const NAME_CLEARANCE = 18;
const FRAME_MARGIN = 3;

export interface LabelOptions {
  layers: LayerSpecification[];
  world: BasemapWorld;
  /** The labels of rings and launch points, already placed. */
  labels: PlacedLabel[];
  dots: ScreenPoint[];
  projection: MapProjection;
  size: Size;
  obstacles: Box[];
  palette: BasemapPalette;
  theme: Theme;
  language: LanguageCode;
  measure: MeasureText;
}

type NamedFeature = BasemapLabel & { properties: Record<string, unknown> };

function namesOf(layerId: string, { labels }: BasemapWorld): NamedFeature[] {
  const named = (list: (BasemapLabel & { class?: string })[]): NamedFeature[] =>
    list.map((label, order) => {
      const { name, min, rank } = label;
      const names = Object.fromEntries(LANGUAGES.map((language) => [`name_${language}`, name[language]]));
      const properties = { min, rank, order, class: label.class, ...names };
      return { ...label, properties };
    });
  if (layerId === basemapLayerIds.countryLabels) return named(labels.countries);
  if (layerId === basemapLayerIds.places) return named(labels.places);
  return layerId === basemapLayerIds.seaLabels ? named(labels.seas) : [];
}

/** The dot of a town, drawn as buildBasemapImages draws it. */
function dotShape(image: string, [x, y]: ScreenPoint, palette: BasemapPalette): Shape | undefined {
  const rim = { stroke: palette.dotRim, strokeWidth: 1 };
  if (image === basemapImageIds.capital)
    return { type: "rect", x: x - 3.5, y: y - 3.5, width: 7, height: 7, fill: palette.dot, ...rim };
  if (image === basemapImageIds.city) return { type: "circle", x, y, radius: 3.1, fill: palette.dot, ...rim };
  return image === basemapImageIds.town
    ? { type: "circle", x, y, radius: 2.4, fill: palette.placeLabelMinor, ...rim }
    : undefined;
}

interface Candidate {
  anchor: LabelAnchor;
  offset: ScreenPoint;
}

function candidatesOf(reader: LayerReader, feature: StyleFeature, size: number): Candidate[] {
  if (!reader.has("text-variable-anchor-offset")) return [{ anchor: "center", offset: [0, 0] }];
  const list = reader.list("text-variable-anchor-offset", feature);
  const candidates: Candidate[] = [];
  for (let index = 0; index + 1 < list.length; index += 2) {
    const [x = 0, y = 0] = list[index + 1] as unknown as number[];
    candidates.push({ anchor: String(list[index]) as LabelAnchor, offset: [x * size, y * size] });
  }
  return candidates;
}

class BasemapLabeller {
  readonly #options: LabelOptions;
  readonly #grid = new BoxGrid();

  constructor(options: LabelOptions) {
    this.#options = options;
    const { labels, dots, obstacles, projection, size } = options;
    for (const box of obstacles) this.#grid.add(box);
    for (const dot of dots) this.#grid.add(boxOf(dot, "center", 2 * DOT_RADIUS + 4, 2 * DOT_RADIUS + 4, 0));
    const project = projectIn(projection, size);
    for (const label of labels) {
      const [left, top, right, bottom] = boxOfLabel(label, project(label.lngLat));
      const room = label.kind === "name" ? NAME_CLEARANCE : 3;
      this.#grid.add([left - room, top - room, right + room, bottom + room]);
    }
  }

  draw(layer: LayerSpecification): Shape[] {
    const { projection, size, world } = this.#options;
    const reader = createLayerReader(layer, projection.zoom);
    const sorted = namesOf(layer.id, world)
      .flatMap((name) => {
        const feature: StyleFeature = { type: "Point", properties: name.properties };
        return reader.isShown(feature) ? [{ name, feature, key: reader.number("symbol-sort-key", feature) }] : [];
      })
      .sort((a, b) => a.key - b.key);
    return sorted.flatMap(({ name, feature }) => {
      const [x, y] = projection.toPlane(...name.lngLat);
      return projection.copies.flatMap((copy) => {
        const at: ScreenPoint = [x + copy, y];
        return at[0] < 0 || at[1] < 0 || at[0] > size.width || at[1] > size.height
          ? []
          : this.#place(reader, feature, at);
      });
    });
  }

  #place(reader: LayerReader, feature: StyleFeature, at: ScreenPoint): Shape[] {
    const { measure, palette, language, size: frame } = this.#options;
    const field = reader.text("text-field", feature);
    const text = reader.text("text-transform", feature) === "uppercase" ? field.toLocaleUpperCase(language) : field;
    const size = reader.number("text-size", feature);
    const font = String(reader.list("text-font", feature)[0] ?? "");
    const weight = font === basemapFontNames.semibold ? 600 : 400;
    const letterSpacing = reader.number("text-letter-spacing", feature) * size;
    const widthOf = (part: string) => measure(part, size, weight) + letterSpacing * Math.max(0, part.length - 1);
    const lines = wrapLabel(text, reader.number("text-max-width", feature) * size, widthOf);
    const leading = reader.number("text-line-height", feature) * size;
    const [width, height] = [Math.max(...lines.map(widthOf)), lines.length * leading];
    const padding = Number(reader.list("text-padding", feature)[0] ?? 2);
    const image = reader.has("icon-image") ? reader.text("icon-image", feature) : "";
    const dot = image === "" ? undefined : dotShape(image, at, palette);
    const dotBox = boxOf(at, "center", 12, 12, 0);
    if (dot && this.#grid.hits(dotBox)) return [];
    for (const { anchor, offset } of candidatesOf(reader, feature, size)) {
      const [left, top, right, bottom] = boxOf([at[0] + offset[0], at[1] + offset[1]], anchor, width, height, 0);
      const box: Box = [left - padding, top - padding, right + padding, bottom + padding];
      const inside =
        left >= FRAME_MARGIN &&
        top >= FRAME_MARGIN &&
        right <= frame.width - FRAME_MARGIN &&
        bottom <= frame.height - FRAME_MARGIN;
      if (!inside || this.#grid.hits(box)) continue;
      this.#grid.add(box);
      if (dot) this.#grid.add(dotBox);
      const align = anchor.includes("left") ? "start" : anchor.includes("right") ? "end" : "middle";
      const x = align === "start" ? left : align === "end" ? right : (left + right) / 2;
      const fill = reader.ink("text-color", feature).color;
      const halo = {
        color: reader.ink("text-halo-color", feature).color,
        width: reader.number("text-halo-width", feature),
      };
      const italic = font === basemapFontNames.italic;
      const texts = lines.map((line, index): TextShape => {
        const y = top + leading * (index + 0.5) + HALF_CAPITAL * size;
        return { type: "text", x, y, text: line, size, weight, align, fill, italic, letterSpacing, halo };
      });
      return dot ? [dot, ...texts] : texts;
    }
    return [];
  }
}

/** The box of a placed label, in pixels of the frame. */
function boxOfLabel({ kind, anchor, width, height }: PlacedLabel, at: ScreenPoint): Box {
  return boxOf(at, anchor, width, height, anchor === "center" ? 0 : kind === "name" ? DOT_RADIUS + 3 : 3);
}

function rangeLabel(label: PlacedLabel, at: ScreenPoint, palette: BasemapPalette, theme: Theme): Shape[] {
  const [left, top, right, bottom] = boxOfLabel(label, at);
  const { fontSize, paddingX } = LABEL_SIZES[label.kind];
  const baseline = (top + bottom) / 2 + HALF_CAPITAL * fontSize;
  const { text } = label;
  if (label.kind === "name") {
    const align = label.anchor === "left" ? "start" : label.anchor === "right" ? "end" : "middle";
    const x = align === "start" ? left + paddingX : align === "end" ? right - paddingX : (left + right) / 2;
    return [
      {
        type: "text",
        x,
        y: baseline,
        text,
        size: fontSize,
        weight: 600,
        fill: palette.placeLabel,
        align,
        halo: { color: palette.placeHalo, width: 1.75 },
      },
    ];
  }
  const { line, text: onLine } = label.inks[theme];
  const [fill, ink] = label.role === "defence" ? [onLine, line] : [line, onLine];
  return [
    // The border is drawn inside the box, so it is inset by half its width.
    {
      type: "rect",
      x: left + 0.75,
      y: top + 0.75,
      width: right - left - 1.5,
      height: bottom - top - 1.5,
      fill,
      stroke: ink,
      strokeWidth: 1.5,
      radius: 4.25,
    },
    { type: "text", x: (left + right) / 2, y: baseline, text, size: fontSize, weight: 600, fill: ink, align: "middle" },
  ];
}

/** All text on the map: names of the basemap that fit, then labels of launch points and rings above them. */
export function drawLabels(options: LabelOptions): Group {
  const { layers, labels, projection, size, palette, theme } = options;
  const labeller = new BasemapLabeller(options);
  const symbols = layers.filter(
    (layer) =>
      layer.type === "symbol" && layer.source === basemapSourceId && (layer.minzoom ?? -Infinity) <= projection.zoom,
  );
  // Labels of upper layers are placed first but drawn last.
  const groups = symbols
    .toReversed()
    .map((layer): Group => ({ id: layer.id.replace(/^basemap-/, ""), items: labeller.draw(layer) }))
    .toReversed();
  const project = projectIn(projection, size);
  const ofKind = (kind: PlacedLabel["kind"]) =>
    labels
      .filter((label) => label.kind === kind)
      .flatMap((label) => rangeLabel(label, project(label.lngLat), palette, theme));
  const own: Group[] = [
    { id: "launch-point-names", items: ofKind("name") },
    { id: "ring-labels", items: ofKind("pill") },
  ];
  return { id: "labels", items: [...groups, ...own].filter((group) => group.items.length > 0) };
}
