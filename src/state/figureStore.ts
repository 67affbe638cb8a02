import { create, type StoreApi, type UseBoundStore } from "zustand";
import type { Catalog } from "../catalog/catalog.ts";
import { withDesk } from "../catalog/withDesk.ts";
import { buildFigure } from "../figure/buildFigure.ts";
import type { Figure } from "../figure/figure.ts";
import { loadMessages } from "../i18n/loadMessages.ts";
import { createTranslate, type Translate } from "../i18n/messages.ts";
import en from "../i18n/messages/en.json";
import { hasNoteMarks } from "../marks/registry.ts";
import { keepShapesOf } from "../marks/shapes/ringGeometry.ts";
import { type Asker, createWorkerShapes, type ShapeProgress } from "../marks/shapes/workerShapes.ts";
import type { Language, Projection } from "../scenario/scenario.ts";
import { countNotes } from "../scenario/countNotes.ts";
import { isMerged } from "../scenario/isMerged.ts";
import { moveLaunchPoint, type ScenarioContent } from "../scenario/edits.ts";
import { type AppStore, type Drag, toScenario } from "./store.ts";

/** With more launch points than this, the figure is built in a task of its own. */
const MOST_AT_ONCE = 5000;

/** The figure that every view shows, and the translation that its texts use. */
export interface FigureState {
  translate: Translate;
  /** The figure without the current drag, for panels, tables and exports. */
  figure: Figure;
  /** A figure of only the launch point being dragged, which is all that the map has to update in that frame. */
  dragFigure: Figure | null;
  /** Shapes still being computed in the worker. */
  progress: ShapeProgress;
}

export type FigureStore = UseBoundStore<StoreApi<FigureState>> & {
  /** The current figure in another language or projection, for a picture. */
  drawFor: (translate: Translate, projection: Projection) => Figure;
  /** Resolves when all shapes of the figure have been computed, so that exports are complete. Rejects if aborted. */
  settled: (signal: AbortSignal) => Promise<void>;
};

export interface FigureStoreEvents {
  /** A merged or buffered area could not be computed. */
  onShapeError: (detail: string) => void;
  /** The messages of the chosen language could not be loaded, and the previous language stays. `retry` loads them again. */
  onLanguageError: (error: unknown, retry: () => void) => void;
}

/** Loads the translation for a language; falls back to English if its messages cannot be loaded. */
export async function loadTranslate(language: Language): Promise<Translate> {
  return loadMessages(language).then(
    (messages) => createTranslate(language, messages),
    () => createTranslate("en", en),
  );
}

/** Keeps the figure in sync with the state. A new language is shown once its messages have loaded. */
export function createFigureStore(
  store: AppStore,
  catalog: Catalog,
  { onShapeError, onLanguageError }: FigureStoreEvents,
  words = createTranslate("en", en),
): FigureStore {
  // Shapes can report before the store exists, because the first figure is built to create it.
  let reportReady = () => {};
  let progress: ShapeProgress = { jobs: 0, share: 0 };
  let reportProgress = (latest: ShapeProgress) => void (progress = latest);
  /** Whether a shape could not be computed; such a shape stays pending forever. */
  let failed = false;
  const shapes = createWorkerShapes({
    startWorker: () => new Worker(new URL("../marks/shapes/shapeWorker.ts", import.meta.url), { type: "module" }),
    loadCountries: () => import("./loadWorld.ts").then(({ loadWorld }) => loadWorld()).then((world) => world.countries),
    onReady: () => reportReady(),
    onProgress: (latest) => reportProgress(latest),
    onError: (detail) => {
      failed = true;
      onShapeError(detail);
    },
  });
  const draw = (asker: Asker, content: ScenarioContent, translate: Translate): Figure => {
    const display = { ...content.display, language: translate.language };
    const scenario = toScenario({ content: { ...content, display }, view: store.getState().view });
    return shapes.round(asker, () => buildFigure(withDesk(catalog, scenario.deskCatalog), scenario, translate, shapes));
  };
  /** Merged coverage depends on all launch points, so with it the whole figure is built. */
  const drawDragged = ({ id, lngLat }: Drag, translate: Translate): Figure => {
    const { content } = store.getState();
    const moved = moveLaunchPoint(content, id, { type: "Point", coordinates: lngLat });
    return draw(
      "drag",
      isMerged(content.display)
        ? moved
        : {
            ...moved,
            launchPoints: moved.launchPoints.filter((point) => point.id === id),
            // What does not move with the launch point stays on the map as it is.
            distanceLines: undefined,
            highlights: undefined,
            annotations: undefined,
            contextLayers: undefined,
          },
      translate,
    );
  };
  const build = (translate: Translate) => {
    const { content } = store.getState();
    const figure = draw("page", content, translate);
    keepShapesOf(content.launchPoints.map(({ geometry }) => geometry));
    return { translate, figure, dragFigure: null };
  };
  const figureStore = create<FigureState>(() => ({ ...build(words), progress }));
  reportReady = () => figureStore.setState(build(figureStore.getState().translate));
  reportProgress = (latest) => {
    const before = figureStore.getState().progress;
    if (latest.jobs !== before.jobs || latest.share !== before.share) figureStore.setState({ progress: latest });
  };

  const load = async () => {
    const { language } = store.getState().content.display;
    if (language === figureStore.getState().translate.language) return;
    const isWanted = () => store.getState().content.display.language === language;
    try {
      const messages = await loadMessages(language);
      // The user may have chosen another language while this one was loading.
      if (isWanted()) figureStore.setState(build(createTranslate(language, messages)));
    } catch (error) {
      if (isWanted()) onLanguageError(error, () => void load());
    }
  };
  void load();

  /** Loads the marks that only some maps have, once one has them. */
  const loadNoteMarks = () => {
    if (hasNoteMarks() || countNotes(store.getState().content) === 0) return;
    import("../marks/noteMarks.ts").then(reportReady, (error: unknown) =>
      onShapeError(error instanceof Error ? error.message : String(error)),
    );
  };
  loadNoteMarks();

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const rebuild = () => {
    waiting = undefined;
    figureStore.setState(build(figureStore.getState().translate));
  };
  store.subscribe((state, before) => {
    const { translate } = figureStore.getState();
    if (state.content !== before.content) {
      // The page answers first where thousands of launch points are built anew, and several edits at once are built as one.
      if (state.content.launchPoints.length > MOST_AT_ONCE) waiting ??= setTimeout(rebuild);
      else {
        clearTimeout(waiting);
        rebuild();
      }
      loadNoteMarks();
      // Released now and not when the drag ends, because the page may need the shapes requested for the last frame of the drag.
      if (!state.drag) shapes.release("drag");
      void load();
    } else if (state.drag && state.drag !== before.drag) {
      figureStore.setState({ dragFigure: drawDragged(state.drag, translate) });
    } else if (!state.drag && before.drag) figureStore.setState({ dragFigure: null });
  });
  const isSettled = ({ figure, progress }: FigureState) => !figure.pending || (failed && progress.jobs === 0);
  return Object.assign(figureStore, {
    settled: (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (isSettled(figureStore.getState())) return resolve();
        const stop = figureStore.subscribe((state) => {
          if (!isSettled(state)) return;
          stop();
          resolve();
        });
        signal.addEventListener("abort", () => {
          stop();
          reject(new DOMException("Aborted", "AbortError"));
        });
      }),
    drawFor: (translate: Translate, projection: Projection) => {
      const { content } = store.getState();
      return draw("picture", { ...content, display: { ...content.display, projection } }, translate);
    },
  });
}
