import { toComparisonCsv } from "./csv.ts";
import type { ExportContext } from "./formats.ts";
import { toGeoJsonFile } from "./geojson.ts";
import { toKml } from "./kml.ts";
import { toScenarioFile } from "./scenario.ts";

// Each of these is the `run` of a format; the registry loads this module on first use.

export const runGeoJson = async ({ figure, catalog, translate }: ExportContext): Promise<Uint8Array> =>
  toGeoJsonFile(figure, catalog, translate);

export const runKml = async ({ figure, catalog, translate }: ExportContext): Promise<string> =>
  toKml(figure, catalog, translate);

export const runCsv = async ({ figure, catalog, translate, byteOrderMark = false }: ExportContext): Promise<string> =>
  toComparisonCsv(figure, catalog, translate, { byteOrderMark });

export const runScenario = async ({ scenario, catalog }: ExportContext): Promise<string> =>
  toScenarioFile(scenario, catalog);
