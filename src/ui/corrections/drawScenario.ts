import type { Catalog } from "../../catalog/catalog.ts";
import { createBrowserAssets } from "../../files/browserAssets.ts";
import { sceneOf } from "../../files/runPicture.ts";
import type { Translate } from "../../i18n/messages.ts";
import { toPng } from "../../picture/painters/canvas.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { createFigureStore } from "../../state/figureStore.ts";
import { createAppStore, splitScenario } from "../../state/store.ts";
import { FONT_FAMILY } from "../widgets/measureText.ts";

interface DrawOptions {
  catalog: Catalog;
  translate: Translate;
  /** In pixels. */
  size: { width: number; height: number };
  signal: AbortSignal;
}

/**
 * Draws a scenario as a PNG, with the figures of whichever catalogue is given: a map as it was.
 *
 * @throws PictureError if the browser cannot create a canvas of that size; DOMException AbortError when the signal ends it
 */
export async function drawScenario(
  scenario: Scenario,
  { catalog, translate, size, signal }: DrawOptions,
): Promise<Blob> {
  const { content, view } = splitScenario(scenario);
  // A state of its own, so that the page's goes on showing the present catalogue.
  const store = createAppStore({ content, ...(view && { view }) });
  let failure: string | undefined;
  const events = { onShapeError: (detail: string) => (failure = detail), onLanguageError: () => undefined };
  const figures = createFigureStore(store, catalog, events, translate);
  await figures.settled(signal);
  if (failure !== undefined) throw new Error(failure);
  const scene = await sceneOf({
    figure: figures.drawFor(translate, content.display.projection),
    scenario,
    catalog,
    translate,
    assets: createBrowserAssets(new URL("./", document.baseURI).href),
    picture: { ...size, theme: "light", view },
    // The scene alone is asked for.
    drawPng: () => Promise.reject(new Error("drawScenario paints its scene itself")),
  });
  signal.throwIfAborted();
  return toPng(scene, { fontFamily: FONT_FAMILY, signal });
}
