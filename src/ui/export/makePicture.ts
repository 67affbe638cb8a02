import { createBrowserAssets } from "../../files/browserAssets.ts";
import type { ExportContext } from "../../files/formats.ts";
import { sceneOf } from "../../files/runPicture.ts";
import { loadMessages } from "../../i18n/loadMessages.ts";
import { createTranslate } from "../../i18n/messages.ts";
import { toPng } from "../../picture/painters/canvas.ts";
import type { Scene } from "../../picture/scene/scene.ts";
import { toScenario } from "../../state/store.ts";
import type { App } from "../shell/AppContext.tsx";
import { FONT_FAMILY } from "../widgets/measureText.ts";
import { layoutOf, type PictureChoices } from "./pictureChoices.ts";

export interface MakeOptions {
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

let assets: ExportContext["assets"] | undefined;

/** Everything that a format needs from the page for one picture. */
export async function buildContext(
  app: App,
  choices: PictureChoices,
  { signal, onProgress }: MakeOptions,
): Promise<ExportContext> {
  const { width, height, theme, language, mapElements, view, projection } = choices;
  const translate = createTranslate(language, await loadMessages(language));
  await app.figureStore.settled(signal);
  const { content } = app.store.getState();
  const figure = app.figureStore.drawFor(translate, projection === "auto" ? content.display.projection : projection);
  const { layoutWidth, medium } = layoutOf(choices);
  assets ??= createBrowserAssets(new URL("./", document.baseURI).href);
  return {
    figure,
    scenario: toScenario(app.store.getState()),
    catalog: app.catalog,
    translate,
    assets,
    byteOrderMark: true,
    picture: {
      width,
      height,
      layoutWidth,
      medium,
      theme,
      projection: projection === "auto" ? undefined : projection,
      view,
      composition: choices.composition === "auto" ? undefined : choices.composition,
      mapElements,
      text: choices.text,
      dpi: (96 * width) / layoutWidth,
    },
    drawPng: async (context) => {
      const blob = await toPng(await sceneOf(context), { fontFamily: FONT_FAMILY, signal, onProgress });
      return new Uint8Array(await blob.arrayBuffer());
    },
  };
}

/** The picture at the size of a preview: the same scene, painted smaller. */
export async function drawPreview(
  context: ExportContext,
  longestSide: number,
  signal: AbortSignal,
): Promise<{ scene: Scene; blob: Blob }> {
  const scene = await sceneOf(context);
  signal.throwIfAborted();
  const ratio = Math.min(1, longestSide / Math.max(scene.width, scene.height));
  const small = { ...scene, width: Math.round(scene.width * ratio), height: Math.round(scene.height * ratio) };
  return { scene, blob: await toPng(small, { fontFamily: FONT_FAMILY, signal }) };
}
