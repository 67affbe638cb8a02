import "maplibre-gl/dist/maplibre-gl.css";
import "../ui/shell/fonts.css";
import "../ui/shell/tokens.css";
import "../ui/shell/app.css";
import "./startWords.css";
import { catalog } from "../catalog/catalog.ts";
import { choicesOf } from "../catalog/lookups.ts";
import { prepareMap } from "../map/basemapProtocol.ts";
import type { Language } from "../scenario/scenario.ts";
import type { Restored } from "../state/restoreState.ts";
import { restorePlain } from "../state/restorePlain.ts";
import { createActions } from "../state/actions.ts";
import { hasAutosave, startAutosave } from "../state/autosave.ts";
import { shareStorage } from "../state/shareStorage.ts";
import { createAppStore, splitScenario } from "../state/store.ts";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../i18n/languages.ts";
import { emptyScenario } from "../scenario/emptyScenario.ts";
import type { App as AppParts } from "../ui/shell/AppContext.tsx";
import { createFigureStore, loadTranslate } from "../state/figureStore.ts";
import { createEmptyMap, startLiveMap } from "../ui/map/liveMap.ts";
import { showPageFault } from "./pageFault.ts";
import { currentTheme } from "../ui/shell/useTheme.ts";
import { openStorage } from "../state/storage.ts";

/** The first of the browser's languages that we have. */
function preferredLanguage(): Language {
  const codes = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return (
    codes.map((code) => LANGUAGES.find((language) => language === code)).find((language) => language !== undefined) ??
    DEFAULT_LANGUAGE
  );
}

/** The program of the panels: nothing of it is needed to draw a ring, and to read it takes the map a tenth of its time. */
const loadPage = () => import("./renderPage.tsx");

/** True in embed.html, a view in another site's page: to look at, apart from the visitor's own map. */
const embedded = "embed" in document.documentElement.dataset;
/** Embeds of before there was an embed.html, on a host that does not send them there itself. */
const isOldEmbed = !embedded && new URLSearchParams(location.search).has("embed");

/** How long the map goes first, where there are rings to draw: panels drawn at the same time would take their graphics from it. */
const MOST_WAIT_MS = 3000;

if (!embedded && !isOldEmbed) prepareMap();

/** Not at the top level: a part that is waited for there cannot import from the file that waits. */
async function start(): Promise<void> {
  const storage = openStorage();
  const systemIds = choicesOf(catalog).map((choice) => choice.id);
  const isReturn = !embedded && hasAutosave(storage);
  const plain = isReturn ? restorePlain(storage, systemIds) : undefined;
  let restored: Restored = { state: plain ?? {}, problems: [] };
  let failure = "";
  const restoring = isReturn && !plain ? import("../state/restoreState.ts") : undefined;
  // A failure is told of below; one that comes before it is waited for is no less one.
  restoring?.catch(() => undefined);
  // Where the panels need not wait for rings, their program is read while the graphics make ready.
  const page = isReturn ? undefined : loadPage();
  const empty = embedded ? undefined : createEmptyMap(document.body);
  if (restoring) {
    try {
      restored = (await restoring).restoreState(storage, systemIds);
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
  }
  const store = createAppStore({
    content: splitScenario(emptyScenario({ language: preferredLanguage() })).content,
    lastSystems: catalog.systems.map((system) => system.id),
    ...restored.state,
  });
  const actions = createActions(store);
  if (restored.problems.length > 0) actions.tellProblems("restore", restored.problems);
  // What could not be read must not be written over: the page works on, and saves nothing until it is loaded anew.
  if (failure !== "") actions.notify({ kind: "error", code: "map", values: { detail: failure } });
  else if (!embedded) {
    const autosave = startAutosave(store, storage, () => actions.notify({ kind: "error", code: "storage" }));
    shareStorage(store, actions, autosave, storage, systemIds);
  }
  // In the reader's language from the first frame on.
  const words = await loadTranslate(store.getState().content.display.language);
  const figureStore = createFigureStore(
    store,
    catalog,
    (detail) => actions.notify({ kind: "error", code: "shapes", values: { detail } }),
    words,
  );

  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  // Before anything is seen: the style sheet goes by it.
  document.documentElement.dataset["theme"] = currentTheme(store.getState().theme);
  const parts: AppParts = { catalog, store, actions, figureStore };
  if (empty) parts.startedMap = startLiveMap(parts, empty);
  if (parts.startedMap?.view && store.getState().content.launchPoints.length > 0)
    await parts.startedMap.view.drawn(MOST_WAIT_MS);
  try {
    (await (page ?? loadPage())).renderPage(root, parts, embedded);
  } catch (error) {
    showPageFault(root, error, words);
  }
}

if (isOldEmbed) location.replace(`embed.html${location.hash}`);
else void start();
