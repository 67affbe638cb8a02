import { embedInPng } from "../picture/embed/embedScenario.ts";
import type { ExportContext } from "./formats.ts";
import { buildScene, type SceneOptions } from "../picture/scene/scene.ts";
import { toScenarioFile } from "./scenario.ts";
import { toSvg } from "../picture/painters/svg.ts";

async function sceneOptions({ assets, picture, translate }: ExportContext): Promise<SceneOptions> {
  return { ...picture, translate, world: await assets.world() };
}

export async function runSvg(context: ExportContext): Promise<string> {
  const { figure, scenario, catalog, picture, assets } = context;
  const options = { ...(await sceneOptions(context)), scenarioText: toScenarioFile(scenario, catalog) };
  if (picture.text === "outlined") {
    const { loadFontBook } = await import("../picture/fonts/fontBook.ts");
    const book = await loadFontBook(assets.font);
    return toSvg(figure, { ...options, outlineText: book.outline });
  }
  if (picture.text === "embedded") {
    const { embeddedFontFaces } = await import("../picture/fonts/embedFonts.ts");
    return toSvg(figure, { ...options, fontFaces: await embeddedFontFaces(toSvg(figure, options), assets.webFont) });
  }
  return toSvg(figure, options);
}

export async function runPdf(context: ExportContext): Promise<Uint8Array> {
  const { figure, scenario, catalog, assets, picture } = context;
  const { writePdf } = await import("../picture/painters/pdf.ts");
  const scene = buildScene(figure, await sceneOptions(context));
  return writePdf(scene, {
    font: assets.font,
    outlined: picture.text === "outlined",
    scenarioText: toScenarioFile(scenario, catalog),
    ...(picture.dpi !== undefined && { dpi: picture.dpi }),
  });
}

export async function runPng(context: ExportContext): Promise<Uint8Array> {
  return embedInPng(await context.drawPng(context), toScenarioFile(context.scenario, context.catalog));
}
