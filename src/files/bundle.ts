import { strToU8, zipSync } from "fflate";
import { creditsInWords } from "../figure/credits.ts";
import { toAltText } from "../picture/scene/altText.ts";
import { toComparisonCsv } from "./csv.ts";
import type { ExportContext } from "./formats.ts";
import { toGeoJsonFile } from "./geojson.ts";
import { toKml } from "./kml.ts";
import { runPdf, runPng, runSvg } from "./runPicture.ts";
import { toScenarioFile } from "./scenario.ts";
import { formatDate } from "../i18n/dates.ts";
import { targetInWords } from "../marks/drawnSystem.ts";
import { sourceInWords } from "../marks/sourceWords.ts";

/** The text to print below a picture: caption, sources, the note that launch points are illustrative, credits, and the edition of the data. */
export function toCaptionText({ figure, translate }: Pick<ExportContext, "figure" | "translate">): string {
  return [
    figure.title,
    figure.subtitle,
    figure.caption,
    creditsInWords(figure, translate),
    ...figure.treaties.map((treaty) => `${treaty.name}: ${treaty.caveat}`),
    translate("illustrative"),
    translate("credits.map"),
    translate("credits.catalog", {
      version: figure.catalogVersion,
      date: formatDate(translate.language, figure.catalogDate),
    }),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function sourcesText({ figure, translate }: ExportContext): string {
  return figure.systems
    .map((system) => {
      const sources = figure.sources.filter((item) => system.sourceIds.includes(item.id));
      const words = system.custom
        ? [system.customSource, translate("custom.source")]
        : sources.flatMap((source) => [sourceInWords(source, translate), source.title, source.url]);
      const ranges = [system.rangeText, targetInWords(system, translate), system.spreadText];
      return [
        `${system.name}: ${ranges.filter((text) => text !== undefined).join(", ")}`,
        ...words.flatMap((line) => (line ? [`  ${line}`] : [])),
      ].join("\n");
    })
    .join("\n\n");
}

/**
 * A zip with everything about one figure: the picture in three formats, caption, alternative text, sources, data and scenario. File names are
 * plain, so that a newsroom can archive it unchanged.
 */
export async function toBundle(context: ExportContext): Promise<Uint8Array> {
  const { figure, scenario, catalog, translate } = context;
  const [png, svg, pdf] = await Promise.all([runPng(context), runSvg(context), runPdf(context)]);
  const about = {
    catalogVersion: figure.catalogVersion,
    catalogDate: figure.catalogDate,
    language: figure.language,
    width: context.picture.width,
    height: context.picture.height,
  };
  const text = (words: string) => strToU8(`${words}\n`);
  return zipSync(
    {
      // A PNG is already compressed.
      "picture.png": [png, { level: 0 }],
      "picture.svg": strToU8(svg),
      "picture.pdf": [pdf, { level: 0 }],
      "caption.txt": text(toCaptionText(context)),
      "alt-text.txt": text(toAltText(figure, translate)),
      "sources.txt": text(sourcesText(context)),
      "ranges.geojson": toGeoJsonFile(figure, catalog, translate),
      "ranges.kml": strToU8(toKml(figure, catalog, translate)),
      "comparison.csv": strToU8(toComparisonCsv(figure, catalog, translate, { byteOrderMark: true })),
      "scenario.json": strToU8(toScenarioFile(scenario, catalog)),
      "about.json": text(JSON.stringify(about, null, 2)),
    },
    { level: 6 },
  );
}
