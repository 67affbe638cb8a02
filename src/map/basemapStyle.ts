import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { basemapFiles } from "./basemapFiles.ts";
import { basemapImageIds } from "./basemapImages.ts";
import { DEFAULT_LANGUAGE, type LanguageCode } from "../i18n/languages.ts";
import { basemapPalette, type BasemapPalette, type BasemapTheme } from "./basemapPalette.ts";

export interface BasemapOptions {
  language: LanguageCode;
  theme: BasemapTheme;
  /** The URL of the app's folder, with a trailing slash: `new URL("./", document.baseURI).href`. */
  baseUrl: string;
  projection?: "mercator" | "globe";
  /** `basemapFontFaces()` in the browser. Without it the browser's own sans-serif is used. */
  fontFaces?: StyleSpecification["font-faces"];
}

export const basemapSourceId = "basemap";
/** Lines are 1:10m and stored up to zoom 6, so they look angular beyond this zoom. */
export const basemapMaxZoom = 8.5;
export const basemapFontNames = {
  regular: "Noto Sans Regular",
  semibold: "Noto Sans SemiBold",
  italic: "Noto Sans Italic",
} as const;

export const basemapCredit = "Natural Earth · Places © GeoNames (CC BY 4.0)";
const attribution =
  '<a href="https://www.naturalearthdata.com/">Natural Earth</a> · Places © <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0)';

/** Layer ids in drawing order, bottom to top. */
export const basemapLayerIds = {
  water: "basemap-water",
  land: "basemap-land",
  lakes: "basemap-lakes",
  rivers: "basemap-rivers",
  coast: "basemap-coast",
  admin1: "basemap-admin1",
  borderCasing: "basemap-border-casing",
  borders: "basemap-borders",
  disputed: "basemap-disputed",
  admin1Labels: "basemap-admin1-labels",
  seaLabels: "basemap-sea-labels",
  places: "basemap-places",
  countryLabels: "basemap-country-labels",
} as const;
/** Insert areas that belong under borders before this layer. */
export const firstLineLayerId = basemapLayerIds.rivers;
/** Insert lines and areas that belong under all names before this layer. */
export const firstLabelLayerId = basemapLayerIds.admin1Labels;

type Stops = readonly (readonly [zoom: number, value: number])[];
const byZoom = (stops: Stops): ExpressionSpecification =>
  ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as unknown as ExpressionSpecification;

const name = (language: LanguageCode): ExpressionSpecification =>
  language === DEFAULT_LANGUAGE ? ["get", "name_en"] : ["coalesce", ["get", `name_${language}`], ["get", "name_en"]];

/** Hides features below the zoom from which the data shows them. */
const fromMinZoom: FilterSpecification = [">=", ["zoom"], ["get", "min"]];

function groundLayers(colors: BasemapPalette): LayerSpecification[] {
  const common = { source: basemapSourceId } as const;
  const round = { "line-join": "round", "line-cap": "round" } as const;
  return [
    { id: basemapLayerIds.water, type: "background", paint: { "background-color": colors.water } },
    { ...common, id: basemapLayerIds.land, type: "fill", "source-layer": "land", paint: { "fill-color": colors.land } },
    {
      ...common,
      id: basemapLayerIds.lakes,
      type: "fill",
      "source-layer": "lakes",
      paint: { "fill-color": colors.water, "fill-outline-color": colors.coast },
    },
    {
      ...common,
      id: basemapLayerIds.rivers,
      type: "line",
      "source-layer": "rivers",
      minzoom: 3,
      layout: round,
      paint: {
        "line-color": colors.river,
        "line-width": byZoom([
          [3, 0.5],
          [5, 0.8],
          [8, 1.6],
        ]),
      },
    },
    {
      ...common,
      id: basemapLayerIds.coast,
      type: "line",
      "source-layer": "land",
      // Antarctica's outline runs along the antimeridian and the edge of the map.
      filter: ["!=", ["get", "iso"], "AQ"],
      layout: round,
      paint: {
        "line-color": colors.coast,
        "line-width": byZoom([
          [0, 0.4],
          [4, 0.7],
          [8, 1.1],
        ]),
      },
    },
    {
      ...common,
      id: basemapLayerIds.admin1,
      type: "line",
      "source-layer": "admin1",
      minzoom: 3.5,
      layout: { "line-join": "round" },
      paint: {
        "line-color": colors.admin1,
        "line-width": byZoom([
          [3, 0.5],
          [6, 0.8],
          [8, 1.2],
        ]),
        "line-dasharray": [3, 2],
      },
    },
    {
      ...common,
      id: basemapLayerIds.borderCasing,
      type: "line",
      "source-layer": "borders",
      layout: round,
      paint: {
        "line-color": colors.borderCasing,
        "line-width": byZoom([
          [1, 1.4],
          [4, 2.6],
          [8, 5],
        ]),
      },
    },
    {
      ...common,
      id: basemapLayerIds.borders,
      type: "line",
      "source-layer": "borders",
      filter: ["==", ["get", "kind"], "international"],
      layout: round,
      paint: {
        "line-color": colors.border,
        "line-width": byZoom([
          [1, 0.5],
          [4, 0.9],
          [8, 1.8],
        ]),
      },
    },
    {
      ...common,
      id: basemapLayerIds.disputed,
      type: "line",
      "source-layer": "borders",
      filter: ["==", ["get", "kind"], "disputed"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": colors.disputed,
        "line-width": byZoom([
          [1, 0.5],
          [4, 0.9],
          [8, 1.8],
        ]),
        "line-dasharray": [2.5, 2],
      },
    },
  ];
}

function labelLayers(colors: BasemapPalette, language: LanguageCode): LayerSpecification[] {
  const common = { source: basemapSourceId, type: "symbol" } as const;
  const text = name(language);
  const rank: ExpressionSpecification = ["get", "rank"];
  return [
    {
      ...common,
      id: basemapLayerIds.admin1Labels,
      "source-layer": "admin1Labels",
      minzoom: 6,
      filter: fromMinZoom,
      layout: {
        "text-field": text,
        "text-font": [basemapFontNames.regular],
        "text-size": byZoom([
          [6, 10],
          [8.5, 12],
        ]),
        "text-transform": "uppercase",
        "text-letter-spacing": 0.1,
        "text-max-width": 7,
        "text-padding": 6,
      },
      paint: { "text-color": colors.admin1Label, "text-halo-color": colors.countryHalo, "text-halo-width": 1 },
    },
    {
      ...common,
      id: basemapLayerIds.seaLabels,
      "source-layer": "seaLabels",
      filter: fromMinZoom,
      layout: {
        "text-field": text,
        "text-font": [basemapFontNames.italic],
        "text-size": [
          "interpolate",
          ["linear"],
          ["zoom"],
          1,
          ["match", rank, 0, 13, 11],
          6,
          ["match", rank, 0, 20, 1, 16, 13],
        ],
        "text-letter-spacing": 0.12,
        "text-line-height": 1.25,
        "text-max-width": 7,
        "text-padding": 4,
        "symbol-sort-key": rank,
      },
      paint: { "text-color": colors.seaLabel, "text-halo-color": colors.seaHalo, "text-halo-width": 1 },
    },
    {
      ...common,
      id: basemapLayerIds.places,
      "source-layer": "places",
      minzoom: 2,
      filter: fromMinZoom,
      layout: {
        "icon-image": [
          "match",
          ["get", "class"],
          "capital",
          basemapImageIds.capital,
          "city",
          basemapImageIds.city,
          basemapImageIds.town,
        ],
        "text-field": text,
        "text-font": [
          "match",
          ["get", "class"],
          "capital",
          ["literal", [basemapFontNames.semibold]],
          ["literal", [basemapFontNames.regular]],
        ],
        "text-size": [
          "interpolate",
          ["linear"],
          ["zoom"],
          3,
          ["match", ["get", "class"], "capital", 12, "city", 11.5, 11],
          7,
          ["match", ["get", "class"], "capital", 16, "city", 14.5, 12.5],
        ],
        "text-variable-anchor-offset": [
          "left",
          [0.55, 0],
          "right",
          [-0.55, 0],
          "bottom-left",
          [0.3, -0.4],
          "bottom-right",
          [-0.3, -0.4],
          "top-left",
          [0.3, 0.4],
          "top-right",
          [-0.3, 0.4],
          "bottom",
          [0, -0.5],
          "top",
          [0, 0.5],
        ],
        "text-justify": "auto",
        "text-max-width": 9,
        "text-padding": 3,
        "icon-padding": 2,
        "symbol-sort-key": rank,
      },
      paint: {
        "text-color": ["match", ["get", "class"], ["capital", "city"], colors.placeLabel, colors.placeLabelMinor],
        "text-halo-color": colors.placeHalo,
        "text-halo-width": 1.3,
      },
    },
    {
      ...common,
      id: basemapLayerIds.countryLabels,
      "source-layer": "countryLabels",
      filter: fromMinZoom,
      layout: {
        "text-field": text,
        // Lighter for territories that are not United Nations member states: see data/basemap/README.md.
        "text-font": [
          "case",
          ["has", "territory"],
          ["literal", [basemapFontNames.regular]],
          ["literal", [basemapFontNames.semibold]],
        ],
        "text-size": [
          "interpolate",
          ["linear"],
          ["zoom"],
          1,
          ["match", rank, 0, 12, 1, 11, 10],
          5,
          ["match", rank, 0, 19, 1, 16, 2, 14, 12.5],
          7,
          ["match", rank, 0, 22, 1, 19, 2, 17, 15],
        ],
        "text-transform": "uppercase",
        "text-letter-spacing": 0.12,
        "text-line-height": 1.15,
        "text-max-width": 7,
        "text-padding": 4,
        "symbol-sort-key": ["get", "order"],
      },
      paint: { "text-color": colors.countryLabel, "text-halo-color": colors.countryHalo, "text-halo-width": 1.4 },
    },
  ];
}

/** The basemap as a MapLibre style. All its URLs are under `baseUrl`. */
export function buildBasemapStyle(options: BasemapOptions): StyleSpecification {
  const colors = basemapPalette[options.theme];
  return {
    version: 8,
    name: `basemap-${options.theme}-${options.language}`,
    ...(options.fontFaces && { "font-faces": options.fontFaces }),
    projection: { type: options.projection ?? "mercator" },
    sources: {
      [basemapSourceId]: {
        type: "vector",
        tiles: [`pmtiles://${options.baseUrl}${basemapFiles.tiles}/{z}/{x}/{y}`],
        minzoom: 0,
        maxzoom: 6,
        attribution,
      },
    },
    layers: [...groundLayers(colors), ...labelLayers(colors, options.language)],
  };
}
