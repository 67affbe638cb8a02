import { create, type StoreApi, type UseBoundStore } from "zustand";
import type { Catalog } from "../catalog/catalog.ts";
import { buildFigure } from "../figure/buildFigure.ts";
import type { Figure } from "../figure/figure.ts";
import { loadMessages } from "../i18n/loadMessages.ts";
import { createTranslate, type Translate } from "../i18n/messages.ts";
import en from "../i18n/messages/en.json";
import { moveLaunchPoint } from "../scenario/edits.ts";
import { type AppStore, toScenario } from "../state/store.ts";

/** The figure that every view shows, and the words that it is written in. */
export interface FigureState {
  translate: Translate;
  /** Without the drag under way: what panels and tables show. */
  figure: Figure;
  /** With the drag under way: what the map shows. */
  liveFigure: Figure;
}

export type FigureStore = UseBoundStore<StoreApi<FigureState>>;

/** Keeps the figure in step with the state. Another language shows once its messages are here; until then the last one stays. */
export function createFigureStore(store: AppStore, catalog: Catalog): FigureStore {
  const build = (translate: Translate): FigureState => {
    const state = store.getState();
    const display = { ...state.content.display, language: translate.language };
    const content = { ...state.content, display };
    const figure = buildFigure(catalog, toScenario({ content, view: state.view }), translate);
    return { translate, figure, liveFigure: figure };
  };
  const figureStore = create<FigureState>(() => build(createTranslate("en", en)));

  const load = async () => {
    const { language } = store.getState().content.display;
    if (language === figureStore.getState().translate.language) return;
    const messages = await loadMessages(language);
    // A quicker second choice wins over a slower first one.
    if (store.getState().content.display.language !== language) return;
    figureStore.setState(build(createTranslate(language, messages)));
  };
  void load();

  store.subscribe((state, before) => {
    const { translate, figure } = figureStore.getState();
    if (state.content !== before.content) {
      figureStore.setState(build(translate));
      void load();
    } else if (state.drag && state.drag !== before.drag) {
      const { id, lngLat } = state.drag;
      const content = moveLaunchPoint(state.content, id, { type: "Point", coordinates: lngLat });
      figureStore.setState({ liveFigure: buildFigure(catalog, toScenario({ content, view: state.view }), translate) });
    } else if (!state.drag && before.drag) figureStore.setState({ liveFigure: figure });
  });
  return figureStore;
}
