import { createContext, use } from "react";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { Actions } from "../../state/actions.ts";
import type { AppState, AppStore } from "../../state/store.ts";
import type { FigureState, FigureStore } from "../../state/figureStore.ts";
import type { MapView } from "../../map/MapView.ts";
import type { Language, Projection } from "../../scenario/scenario.ts";
import type { MapMenuState } from "../map/MapMenu.tsx";

/** How the basemap is drawn. */
export interface MapLook {
  language: Language;
  theme: "light" | "dark";
  projection: Projection;
}

/** The map, kept in sync with the state, whatever component shows it. */
export interface LiveMap {
  container: HTMLElement;
  /** Undefined where the browser cannot draw a map: `missing` has the reason. */
  view: MapView | undefined;
  missing: string | null;
  /** Called on a right click or long press; in pixels of the page. */
  setOnMenu: (onMenu: (menu: MapMenuState) => void) => void;
  setLook: (look: MapLook) => void;
  /** Takes the map out of the page, and ends it where it was made for the element that it was in. */
  destroy: () => void;
}

/** What the composition root provides to every component. */
export interface App {
  catalog: Catalog;
  store: AppStore;
  actions: Actions;
  figureStore: FigureStore;
  /** Puts the live map into an element. What the user does on it becomes edits by the actions of the `app` given. */
  startMap: (app: App, host: HTMLElement) => LiveMap;
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
