import type { Catalog } from "../../catalog/catalog.ts";
import { createBrowserAssets } from "../../files/browserAssets.ts";
import { runSvg } from "../../files/runPicture.ts";
import type { Translate } from "../../i18n/messages.ts";
import { rasterPng } from "../../picture/painters/rasterPng.ts";
import type { Size } from "../../picture/scene/mapFrame.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { createFigureStore } from "../../state/figureStore.ts";
import { createAppStore, splitScenario } from "../../state/store.ts";

interface DrawOptions {
  catalog: Catalog;
  translate: Translate;
  size: Size;
  /** The size of the map on the screen, of which the scenario's view is. */
  viewSize: Size;
  signal: AbortSignal;
}

/**
 * Draws a scenario as a PNG, with the figures of whichever catalogue is given: a map as it was.
 *
 * @throws PictureError if the browser cannot create a canvas of that size; DOMException AbortError when the signal ends it
 */
export async function drawScenario(
  scenario: Scenario,
  { catalog, translate, size, viewSize, signal }: DrawOptions,
): Promise<Blob> {
  const { content, view } = splitScenario(scenario);
  // A state of its own, so that the page's goes on showing the present catalogue.
  const store = createAppStore({ content, ...(view && { view }) });
  let failure: string | undefined;
  const events = { onShapeError: (detail: string) => (failure = detail), onLanguageError: () => undefined };
  const figures = createFigureStore(store, catalog, events, translate);
  await figures.settled(signal);
  if (failure !== undefined) throw new Error(failure);
  const { projection } = content.display;
  const svg = await runSvg({
    figure: figures.drawFor(translate, projection),
    scenario,
    catalog,
    translate,
    assets: createBrowserAssets(new URL("./", document.baseURI).href),
    picture: {
      ...size,
      theme: "light",
      projection: projection === "azimuthal-equidistant" ? projection : "mercator",
      view,
      viewSize,
      text: "outlined",
    },
    // A vector picture alone is asked for.
    drawPng: () => Promise.reject(new Error("drawScenario draws no PNG by the map")),
  });
  return rasterPng(svg, size, { signal });
}
