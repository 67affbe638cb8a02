import "maplibre-gl/dist/maplibre-gl.css";
import "../ui/shell/fonts.css";
import "../ui/shell/tokens.css";
import "../ui/shell/base.css";
import "./page.css";
import "./startWords.css";
import { catalog } from "../catalog/catalog.ts";
import { choicesOf } from "../catalog/lookups.ts";
import { prepareMap } from "../map/basemapProtocol.ts";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../i18n/languages.ts";
import { emptyScenario } from "../scenario/emptyScenario.ts";
import type { Language } from "../scenario/scenario.ts";
import { createActions } from "../state/actions.ts";
import { startAutosave } from "../state/autosave.ts";
import { createFigureStore, loadTranslate } from "../state/figureStore.ts";
import { loadRestore, type Restored, restoreState } from "../state/restoreState.ts";
import { shareStorage } from "../state/shareStorage.ts";
import { openStorage } from "../state/storage.ts";
import { createAppStore, splitScenario } from "../state/store.ts";
import { currentTheme } from "../ui/shell/useTheme.ts";
import { createEmptyMap, createStartMap, startLiveMap } from "./liveMap.ts";
import { showPageFault } from "./pageFault.ts";

/** The first of the browser's languages that the app supports. */
function preferredLanguage(): Language {
  const codes = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return (
    codes.map((code) => LANGUAGES.find((language) => language === code)).find((language) => language !== undefined) ??
    DEFAULT_LANGUAGE
  );
}

/** Loads the code of the panels, which drawing rings does not need. Evaluating it takes a tenth of the time until the map is drawn. */
const loadPage = () => import("./renderPage.tsx");

/** True in embed.html, the read-only view in another site's page, which does not touch the visitor's own map. */
const embedded = "embed" in document.documentElement.dataset;
/** True for embeds made before embed.html existed, on a host that does not redirect them. */
const isOldEmbed = !embedded && new URLSearchParams(location.search).has("embed");

/** How long the panels wait for the rings to be drawn, because rendering both at once would delay the map. */
const MOST_WAIT_MS = 3000;

/** With more launch points than this, the page is opened in several tasks, so that it answers in between. */
const MOST_AT_ONCE = 5000;
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

const FIRST_VISIT: Restored = { state: {}, problems: [] };

/** Opens the page. With a top-level await instead, a module loaded here could not import from this one. */
async function start(root: HTMLElement): Promise<void> {
  if (!embedded) prepareMap();

  // Restore the last session.
  const storage = openStorage();
  const systemIds = choicesOf(catalog).map((choice) => choice.id);
  const restored = embedded ? FIRST_VISIT : restoreState(storage, systemIds, await loadRestore(storage));
  const hasRings = (restored.state.content?.launchPoints.length ?? 0) > 0;
  const isCrowd = (restored.state.content?.launchPoints.length ?? 0) > MOST_AT_ONCE;
  if (isCrowd) await nextTask();
  // Without rings to wait for, the panels' code loads while the map initialises.
  const page = hasRings ? undefined : loadPage();
  const emptyMap = embedded ? undefined : createEmptyMap(document.body);

  // Create the state and start saving it.
  const store = createAppStore({
    content: splitScenario(emptyScenario({ language: preferredLanguage() })).content,
    lastSystems: catalog.defaultSystems,
    ...restored.state,
  });
  const actions = createActions(store);
  if (restored.problems.length > 0) actions.reportProblems("restore", restored.problems);
  if (!embedded) {
    const onStorageError = () => actions.notify({ kind: "error", code: "storage" });
    const autosave = startAutosave(store, storage, onStorageError, catalog.version);
    shareStorage(store, actions, autosave, storage, systemIds);
  }

  // Build the figure, in the reader's language from the first frame on, and start the map that shows it.
  const words = await loadTranslate(store.getState().content.display.language);
  if (isCrowd) await nextTask();
  const figureEvents = {
    onShapeError: (detail: string) => actions.notify({ kind: "error", code: "shapes", values: { detail } }),
    onLanguageError: actions.reportFailedPart,
  };
  const figureStore = createFigureStore(store, catalog, figureEvents, words);
  if (isCrowd) await nextTask();
  // The style sheet depends on this attribute, so it is set before anything is shown.
  document.documentElement.dataset["theme"] = currentTheme(store.getState().theme);
  const liveMap = emptyMap && startLiveMap({ store, actions, figureStore }, emptyMap);
  if (hasRings) await liveMap?.view?.drawn(MOST_WAIT_MS);

  // Render the panels.
  try {
    const parts = { catalog, store, actions, figureStore, startMap: createStartMap(liveMap) };
    (await (page ?? loadPage())).renderPage(root, parts, embedded);
  } catch (error) {
    showPageFault(root, error, words);
  }
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
if (isOldEmbed) location.replace(`embed.html${location.hash}`);
else void start(root);
