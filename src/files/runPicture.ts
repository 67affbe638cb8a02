import { embedInPng } from "../picture/embed/embedScenario.ts";
import type { ExportContext } from "./formats.ts";
import { buildScene, type Scene, type SceneOptions } from "../picture/scene/scene.ts";
import { toScenarioFile } from "./scenario.ts";
import { toSvg } from "../picture/painters/svg.ts";

/** The scene of a context's picture. */
export const sceneOf = (context: ExportContext): Promise<Scene> => buildScene(context.figure, sceneOptions(context));

const sceneOptions = ({ assets, picture, translate }: ExportContext): SceneOptions => ({
  ...picture,
  translate,
  world: assets.world,
});

export async function runSvg(context: ExportContext): Promise<string> {
  const { figure, scenario, catalog, picture, assets } = context;
  const options = { ...sceneOptions(context), scenarioText: toScenarioFile(scenario, catalog) };
  if (picture.text === "outlined") {
    const { loadFontBook } = await import("../picture/fonts/fontBook.ts");
    const book = await loadFontBook(assets.font);
    return toSvg(figure, { ...options, outlineText: book.outline });
  }
  if (picture.text === "embedded") {
    const { embeddedFontFaces } = await import("../picture/fonts/embedFonts.ts");
    return toSvg(figure, {
      ...options,
      fontFaces: await embeddedFontFaces(await toSvg(figure, options), assets.webFont),
    });
  }
  return toSvg(figure, options);
}

export async function runPdf(context: ExportContext): Promise<Uint8Array> {
  const { scenario, catalog, assets, picture } = context;
  const { writePdf } = await import("../picture/painters/pdf.ts");
  const scene = await sceneOf(context);
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
