import { createContext, use } from "react";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { Actions } from "../../state/actions.ts";
import type { AppState, AppStore } from "../../state/store.ts";
import type { FigureState, FigureStore } from "../../state/figureStore.ts";
import type { LiveMap } from "../map/liveMap.ts";

/** What the composition root hands to every component. */
export interface App {
  catalog: Catalog;
  store: AppStore;
  actions: Actions;
  figureStore: FigureStore;
  /** The map that was started before the page's own parts, where there is one. */
  startedMap?: LiveMap;
}

export const AppContext = createContext<App | null>(null);

export function useAppContext(): App {
  const app = use(AppContext);
  if (!app) throw new Error("AppContext is missing");
  return app;
}

export function useAppState<T>(select: (state: AppState) => T): T {
  return useAppContext().store(select);
}

export function useFigureState<T>(select: (state: FigureState) => T): T {
  return useAppContext().figureStore(select);
}

/** Messages in the language of the page. */
export function useTranslate(): Translate {
  return useFigureState((state) => state.translate);
}
