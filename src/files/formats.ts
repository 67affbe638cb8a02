import type { Catalog } from "../catalog/catalog.ts";
import type { Figure } from "../figure/figure.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import type { BasemapWorld } from "../map/basemapWorld.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { FontFaceId } from "../picture/fonts/fontFaces.ts";
import type { SceneOptions } from "../picture/scene/scene.ts";

/** How the text of a vector picture is kept: by the font's name, with the fonts inside, or as outlines. */
export const TEXT_MODES = ["named", "embedded", "outlined"] as const;
export type TextMode = (typeof TEXT_MODES)[number];

/** What a picture is asked to be; the rest it takes from the figure. */
export type PictureRequest = Omit<SceneOptions, "world" | "translate"> & {
  text?: TextMode;
  /** Pixels to an inch of a PDF's page; 96 unless given. */
  dpi?: number;
};

/** Everything that a format may need. What differs between a browser and Node is passed in. */
export interface ExportContext {
  figure: Figure;
  scenario: Scenario;
  catalog: Catalog;
  translate: Translate;
  picture: PictureRequest;
  assets: {
    world: () => Promise<BasemapWorld>;
    /** The file of a font's cut. */
    font: (face: FontFaceId) => Promise<Uint8Array>;
    /** A file of the web font's package, by name; for an SVG with its fonts in it. */
    webFont: (name: string) => Promise<Uint8Array>;
  };
  /** Begins a CSV with the mark by which spreadsheets know UTF-8; programs mostly want none. */
  byteOrderMark?: boolean;
  /** Draws the PNG: the live map's own in a browser, the SVG rasterised under Node. */
  drawPng: (context: ExportContext) => Promise<Uint8Array>;
}

export interface ExportFormat {
  id: string;
  extension: string;
  mime: string;
  label: MessageId;
  run: (context: ExportContext) => Promise<Uint8Array | string>;
}

/** The registry: a format is a file that does the work, and a line here. */
export const EXPORT_FORMATS = [
  {
    id: "png",
    extension: "png",
    mime: "image/png",
    label: "format.png",
    run: async (context) => (await import("./runPicture.ts")).runPng(context),
  },
  {
    id: "svg",
    extension: "svg",
    mime: "image/svg+xml",
    label: "format.svg",
    run: async (context) => (await import("./runPicture.ts")).runSvg(context),
  },
  {
    id: "pdf",
    extension: "pdf",
    mime: "application/pdf",
    label: "format.pdf",
    run: async (context) => (await import("./runPicture.ts")).runPdf(context),
  },
  {
    id: "geojson",
    extension: "geojson",
    mime: "application/geo+json",
    label: "format.geojson",
    run: async (context) => (await import("./runData.ts")).runGeoJson(context),
  },
  {
    id: "kml",
    extension: "kml",
    mime: "application/vnd.google-earth.kml+xml",
    label: "format.kml",
    run: async (context) => (await import("./runData.ts")).runKml(context),
  },
  {
    id: "csv",
    extension: "csv",
    mime: "text/csv",
    label: "format.csv",
    run: async (context) => (await import("./runData.ts")).runCsv(context),
  },
  {
    id: "scenario",
    extension: "json",
    mime: "application/json",
    label: "format.scenario",
    run: async (context) => (await import("./runData.ts")).runScenario(context),
  },
  {
    id: "bundle",
    extension: "zip",
    mime: "application/zip",
    label: "format.bundle",
    run: async (context) => (await import("./bundle.ts")).toBundle(context),
  },
] as const satisfies ExportFormat[];

export type FormatId = (typeof EXPORT_FORMATS)[number]["id"];

export function findFormat(id: string): (ExportFormat & { id: FormatId }) | undefined {
  return EXPORT_FORMATS.find((format) => format.id === id);
}
