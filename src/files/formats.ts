import type { Catalog } from "../catalog/catalog.ts";
import type { Figure } from "../figure/figure.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { FontFaceId } from "../picture/fonts/fontFaces.ts";
import type { SceneOptions } from "../picture/scene/scene.ts";
import type { LoadWorld } from "../picture/scene/worldScale.ts";

/** How a vector picture stores text: by font name, with embedded fonts, or as outlines. */
export const TEXT_MODES = ["named", "embedded", "outlined"] as const;
export type TextMode = (typeof TEXT_MODES)[number];

/** The requested properties of a picture; the rest comes from the figure. */
export type PictureRequest = Omit<SceneOptions, "world" | "translate"> & {
  text?: TextMode;
  /** Pixels of the layout per inch of a PDF page; 96 by default. */
  dpi?: number;
};

/** Everything that a format may need. Whatever differs between the browser and Node is passed in. */
export interface ExportContext {
  figure: Figure;
  scenario: Scenario;
  catalog: Catalog;
  translate: Translate;
  picture: PictureRequest;
  assets: {
    world: LoadWorld;
    /** Loads the file of a font face. */
    font: (face: FontFaceId) => Promise<Uint8Array>;
    /** Loads a file of the web font package by name, for an SVG with embedded fonts. */
    webFont: (name: string) => Promise<Uint8Array>;
  };
  /** Starts a CSV with a byte order mark, by which spreadsheets recognise UTF-8; most other programs expect none. */
  byteOrderMark?: boolean;
  /** Draws the PNG: on a canvas in a browser, by rasterising the SVG in Node. */
  drawPng: (context: ExportContext) => Promise<Uint8Array>;
}

export interface ExportFormat {
  id: string;
  extension: string;
  mime: string;
  label: MessageId;
  /** Holds data and no picture: it has no size, frame or words of its own. */
  isData?: true;
  run: (context: ExportContext) => Promise<Uint8Array | string>;
}

/** The registry of formats. A format is one entry here and one file that writes it. */
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
    isData: true,
    run: async (context) => (await import("./runData.ts")).runGeoJson(context),
  },
  {
    id: "kml",
    extension: "kml",
    mime: "application/vnd.google-earth.kml+xml",
    label: "format.kml",
    isData: true,
    run: async (context) => (await import("./runData.ts")).runKml(context),
  },
  {
    id: "csv",
    extension: "csv",
    mime: "text/csv",
    label: "format.csv",
    isData: true,
    run: async (context) => (await import("./runData.ts")).runCsv(context),
  },
  {
    id: "scenario",
    extension: "json",
    mime: "application/json",
    label: "format.scenario",
    isData: true,
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
