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
import { type Restored, restoreState } from "../state/restoreState.ts";
import { shareStorage } from "../state/shareStorage.ts";
import { openStorage } from "../state/storage.ts";
import { createAppStore, splitScenario } from "../state/store.ts";
import { currentTheme } from "../ui/shell/useTheme.ts";
import { createEmptyMap, createStartMap, startLiveMap } from "./liveMap.ts";
import { showPageFault } from "./pageFault.ts";

/** The first of the browser's languages that we have. */
function preferredLanguage(): Language {
  const codes = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return (
    codes.map((code) => LANGUAGES.find((language) => language === code)).find((language) => language !== undefined) ??
    DEFAULT_LANGUAGE
  );
}

/** The program of the panels. Nothing of it is needed to draw a ring, and reading it costs a tenth of the time in which a map is drawn. */
const loadPage = () => import("./renderPage.tsx");

/** True in embed.html, a view in another site's page: to look at, apart from the visitor's own map. */
const embedded = "embed" in document.documentElement.dataset;
/** Embeds of before there was an embed.html, on a host that does not send them there itself. */
const isOldEmbed = !embedded && new URLSearchParams(location.search).has("embed");

/** How long the map goes first, where there are rings to draw: panels drawn at the same time would take their graphics from it. */
const MOST_WAIT_MS = 3000;

const FIRST_VISIT: Restored = { state: {}, problems: [] };

/** Opens the page. Not at the top level of the module: a part that is waited for there cannot import from the file that waits. */
async function start(root: HTMLElement): Promise<void> {
  if (!embedded) prepareMap();

  // What was kept of the last session.
  const storage = openStorage();
  const systemIds = choicesOf(catalog).map((choice) => choice.id);
  const restored = embedded ? FIRST_VISIT : restoreState(storage, systemIds);
  const hasRings = (restored.state.content?.launchPoints.length ?? 0) > 0;
  // Where the panels need not wait for rings, their program is read while the graphics make ready.
  const page = hasRings ? undefined : loadPage();
  const emptyMap = embedded ? undefined : createEmptyMap(document.body);

  // The state, and what keeps it.
  const store = createAppStore({
    content: splitScenario(emptyScenario({ language: preferredLanguage() })).content,
    lastSystems: catalog.defaultSystems,
    ...restored.state,
  });
  const actions = createActions(store);
  if (restored.problems.length > 0) actions.reportProblems("restore", restored.problems);
  if (!embedded) {
    const autosave = startAutosave(store, storage, () => actions.notify({ kind: "error", code: "storage" }));
    shareStorage(store, actions, autosave, storage, systemIds);
  }

  // The figure, in the reader's language from the first frame on, and the map that shows it.
  const words = await loadTranslate(store.getState().content.display.language);
  const figureEvents = {
    onShapeError: (detail: string) => actions.notify({ kind: "error", code: "shapes", values: { detail } }),
    onLanguageError: actions.reportFailedPart,
  };
  const figureStore = createFigureStore(store, catalog, figureEvents, words);
  // The style sheet goes by it, so it is set before anything is seen.
  document.documentElement.dataset["theme"] = currentTheme(store.getState().theme);
  const liveMap = emptyMap && startLiveMap({ store, actions, figureStore }, emptyMap);
  if (hasRings) await liveMap?.view?.drawn(MOST_WAIT_MS);

  // The panels.
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
