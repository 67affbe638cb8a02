import { createContext, use } from "react";
import { withDesk } from "../../catalog/withDesk.ts";
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

/** The parts of the page, the same as long as it is open. Their catalogue is ours alone. */
export function useAppParts(): App {
  const app = use(AppContext);
  if (!app) throw new Error("AppContext is missing");
  return app;
}

const appsOfMaps = new WeakMap<App, App>();

/** The same parts for the same catalogue, so that effects which depend on them do not run again. */
function forMap(parts: App, catalog: Catalog): App {
  if (catalog === parts.catalog) return parts;
  const known = appsOfMaps.get(parts);
  if (known?.catalog === catalog) return known;
  const app = { ...parts, catalog };
  appsOfMaps.set(parts, app);
  return app;
}

/** The parts of the page with the catalogue of the map: ours, and the desk's that it carries, if any. */
export function useAppContext(): App {
  const parts = useAppParts();
  const desk = parts.store((state) => state.content.deskCatalog);
  return forMap(parts, withDesk(parts.catalog, desk));
}

export function useAppState<T>(select: (state: AppState) => T): T {
  return useAppParts().store(select);
}

export function useFigureState<T>(select: (state: FigureState) => T): T {
  return useAppParts().figureStore(select);
}

/** Messages in the language of the page. */
export function useTranslate(): Translate {
  return useFigureState((state) => state.translate);
}
