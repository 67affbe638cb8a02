import { createBrowserAssets } from "../../files/browserAssets.ts";
import { composeAround } from "../../picture/layout/composeAround.ts";
import type { ExportContext } from "../../files/formats.ts";
import type { Size } from "../../picture/scene/mapFrame.ts";
import { toPng } from "../../picture/painters/png.ts";
import { rasterPng } from "../../picture/painters/rasterPng.ts";
import { runSvg } from "../../files/runPicture.ts";
import { loadMessages } from "../../i18n/loadMessages.ts";
import { createTranslate } from "../../i18n/messages.ts";
import { toScenario } from "../../state/store.ts";
import type { App } from "../shell/AppContext.tsx";
import { FONT_FAMILY, measureLabel, measureText } from "../widgets/measureText.ts";
import { isDrawnByMap, layoutOf, type PictureChoices } from "./pictureChoices.ts";

export interface MakeOptions {
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

const baseUrl = () => new URL("./", document.baseURI).href;
let assets: ExportContext["assets"] | undefined;

/** The size of the map on the screen, whose content the frame shows. */
export function screenSize(): { width: number; height: number } {
  const box = document.querySelector(".map")?.getBoundingClientRect();
  return { width: box?.width || 1280, height: box?.height || 720 };
}

/** Everything that a format needs from the page for one picture. */
export async function buildContext(
  app: App,
  choices: PictureChoices,
  { signal, onProgress }: MakeOptions,
): Promise<ExportContext> {
  const { width, height, theme, language, mapElements, view, projection } = choices;
  const translate = createTranslate(language, await loadMessages(language));
  await app.figureStore.settled(signal);
  const figure = app.figureStore.drawFor(translate, projection);
  const layoutWidth = layoutOf(choices);
  const viewSize = screenSize();
  assets ??= createBrowserAssets(baseUrl());
  return {
    figure,
    scenario: { ...toScenario(app.store.getState()), view },
    catalog: app.catalog,
    translate,
    assets,
    byteOrderMark: true,
    picture: {
      width,
      height,
      layoutWidth,
      theme,
      projection: projection === "azimuthal-equidistant" ? projection : "mercator",
      view,
      viewSize,
      mapElements,
      text: choices.text,
      dpi: (96 * width) / layoutWidth,
    },
    drawPng: async (context) => {
      const blob = isDrawnByMap(choices)
        ? await toPng({
            figure,
            translate,
            width,
            height,
            layoutWidth,
            view,
            viewSize,
            theme,
            mapElements,
            measure: measureText,
            measureLabel,
            fontFamily: FONT_FAMILY,
            baseUrl: baseUrl(),
            signal,
          })
        : await rasterPng(
            await runSvg({ ...context, picture: { ...context.picture, text: "outlined" } }),
            { width, height },
            { signal, onProgress },
          );
      return new Uint8Array(await blob.arrayBuffer());
    },
  };
}

/** The size of the map in a picture, in pixels of its layout. */
export function frameSizeOf(
  { figure, translate, picture: { width, height, theme = "light", view, mapElements } }: ExportContext,
  layoutWidth: number,
): Size {
  const layout = { width: layoutWidth, height: (layoutWidth * height) / width, theme, measure: measureText, translate };
  const fit = () => ({ latitude: view?.center[1] ?? 0, zoom: view?.zoom ?? 0 });
  return composeAround(figure, { ...layout, ...(mapElements && { mapElements }) }, fit).size;
}
