import type { Map as MapLibreMap } from "maplibre-gl";
import type { DrawnLaunchPoint, LngLat } from "../marks/drawn.ts";
import { basemapFontFaces } from "../map/basemapFonts.ts";
import { createMap } from "../map/createMap.ts";
import { buildMapStyle } from "../map/mapStyle.ts";
import { MapView, type MapViewEvents } from "../map/MapView.ts";
import { MARKS } from "../marks/registry.ts";
import type { LaunchGeometry, View } from "../scenario/scenario.ts";
import type { Measure } from "../state/store.ts";
import { nextPointName } from "../ui/points/pointName.ts";
import type { App, LiveMap, MapLook } from "../ui/shell/AppContext.tsx";
import { currentTheme } from "../ui/shell/useTheme.ts";
import { measureLabel } from "../ui/widgets/measureText.ts";

/** An empty map and its container. */
export interface EmptyMap {
  container: HTMLElement;
  /** Undefined if the browser cannot draw a map; `missing` has the reason. */
  map: MapLibreMap | undefined;
  missing: string | null;
}

/** What the live map needs of the app. */
type Wiring = Pick<App, "store" | "actions" | "figureStore">;

function styleFor({ language, theme, projection }: MapLook) {
  return buildMapStyle({
    language,
    theme,
    baseUrl: new URL("./", document.baseURI).href,
    projection: projection === "globe" ? "globe" : "mercator",
    fontFaces: basemapFontFaces(),
  });
}

/** The measuring line, from the current position of its launch point. */
function measuredLine(measure: Measure | null, points: DrawnLaunchPoint[]): { from: LngLat; to: LngLat } | undefined {
  const point = measure && points.find((item) => item.id === measure.from);
  return measure && point?.lngLat ? { from: point.lngLat, to: measure.lngLat } : undefined;
}

/** Rounds a position to a metre, as precise as a pointer can be. */
const rounded = ([lng, lat]: LngLat): [number, number] => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];

const SHAPE_NAMES = { LineString: "point.lineNumbered", Polygon: "point.areaNumbered" } as const;

/** Turns what the user does on the map into edits of the state. */
function mapEvents(
  { store, actions, figureStore }: Wiring,
  onView: (view: View) => void,
  onMenu: MapViewEvents["onMenu"],
): MapViewEvents {
  let failed = false;
  return {
    onPlace: (lngLat) => {
      const { picking } = store.getState();
      if (picking) return picking({ name: "", lngLat: rounded(lngLat) });
      const name = nextPointName(store.getState().content.launchPoints, figureStore.getState().translate);
      actions.add([{ name, geometry: { type: "Point", coordinates: rounded(lngLat) } }]);
    },
    onSelect: (id) => {
      const { picking } = store.getState();
      const point = figureStore.getState().figure.launchPoints.find((item) => item.id === id);
      if (picking && point?.lngLat) return picking({ name: point.named ? point.name : "", lngLat: point.lngLat });
      actions.select([id]);
      const { tool, measure, view } = store.getState();
      if (tool === "measure") actions.setMeasure({ ...measure, from: id, lngLat: measure?.lngLat ?? view.center });
    },
    onPoint: (lngLat, isPress) => {
      const { selected, content, measure } = store.getState();
      if (measure?.isSet && !isPress) return;
      const from = selected[0] ?? measure?.from ?? content.launchPoints[0]?.id;
      if (from !== undefined) actions.setMeasure({ from, lngLat: isPress ? rounded(lngLat) : lngLat, isSet: isPress });
    },
    onMenu,
    onShape: (shape) => {
      if (shape === "tooFewCorners") actions.notify({ kind: "info", code: "tooFewCorners" });
      else if (shape) {
        const number = store.getState().content.launchPoints.length + 1;
        actions.add([
          {
            name: figureStore.getState().translate(SHAPE_NAMES[shape.type], { number }),
            geometry: shape as LaunchGeometry,
          },
        ]);
      }
      actions.setTool("place");
    },
    onToolFailed: (tool, error) => {
      actions.setTool("place");
      actions.reportFailedPart(error, () => actions.setTool(tool));
    },
    onDrag: (id, lngLat) => actions.drag(id, lngLat),
    onDrop: (id, lngLat) => actions.drop(id, rounded(lngLat)),
    onView,
    onError: (error) => {
      // A missing basemap causes an error for every tile; only the first is reported.
      if (!failed) actions.notify({ kind: "error", code: "map", values: { detail: error.message } });
      failed = true;
    },
    onContextLost: () => actions.notify({ kind: "error", code: "contextLost" }),
    onContextRestored: () => actions.dismissCode("contextLost"),
  };
}

/** Creates a map that fills its host. This is slow, so the page does it while the map's data is loading. */
export function createEmptyMap(host: HTMLElement): EmptyMap {
  const container = document.createElement("div");
  container.className = "map-canvas";
  host.append(container);
  try {
    return { container, map: createMap(container), missing: null };
  } catch (error) {
    container.replaceChildren();
    return { container, map: undefined, missing: error instanceof Error ? error.message : String(error) };
  }
}

/** Connects a map to the state. It requests tiles at once, so the page does this before it renders its panels. */
export function startLiveMap(wiring: Wiring, { container, map, missing }: EmptyMap): LiveMap {
  const { store, actions, figureStore } = wiring;
  const { view: start, content } = store.getState();
  let look: MapLook = {
    language: figureStore.getState().translate.language,
    theme: currentTheme(store.getState().theme),
    projection: content.display.projection,
  };
  let reported: View = start;
  let openMenu: Parameters<LiveMap["setOnMenu"]>[0] = () => {};
  const live: LiveMap = {
    container,
    view: undefined,
    missing,
    setOnMenu: () => {},
    setLook: () => {},
    destroy: () => container.remove(),
  };
  if (!map) return live;
  const events = mapEvents(
    wiring,
    (view) => {
      reported = view;
      actions.setView(view);
    },
    ({ lngLat, launchPoint, x, y }) => {
      const { left, top } = container.getBoundingClientRect();
      openMenu({ lngLat, launchPoint, x: x + left, y: y + top });
    },
  );
  const view = new MapView({
    map,
    style: styleFor(look),
    theme: look.theme,
    view: start,
    measure: measureLabel,
    title: figureStore.getState().translate("map"),
    figure: figureStore.getState().figure,
    events,
  });
  let markCount = MARKS.length;
  const show = () => {
    // The layers of marks that were loaded since.
    if (markCount !== MARKS.length) {
      markCount = MARKS.length;
      view.setStyle(styleFor(look), look.theme);
    }
    const { figure, dragFigure } = figureStore.getState();
    const { drag, selected } = store.getState();
    if (drag && dragFigure) view.showDragged(drag.id, dragFigure);
    else view.show(figure, new Set(selected));
  };
  show();
  // Labels can be measured correctly only after the page's font has loaded.
  void document.fonts.load('600 12px "Noto Sans"').then(show);
  const stopFigure = figureStore.subscribe((now, before) => {
    if (now.figure === before.figure && now.dragFigure === before.dragFigure) return;
    // The panels show a crowd in the task that has built it, and the map in the next.
    if (now.figure !== before.figure && now.figure.crowded) setTimeout(show);
    else show();
  });
  const fit = () => {
    const { figure } = figureStore.getState();
    const fitNow = () => {
      if (figure.bounds && figureStore.getState().figure === figure) view.fit(figure.bounds);
    };
    // Measuring a crowd of rings takes a while, so the page gets to answer first.
    if (figure.crowded) setTimeout(fitNow);
    else fitNow();
  };
  const stopState = store.subscribe((now, before) => {
    if (now.selected !== before.selected) show();
    if (now.tool !== before.tool) view.setTool(now.tool);
    if (now.measure !== before.measure)
      view.setMeasure(measuredLine(now.measure, figureStore.getState().figure.launchPoints));
    if (now.view !== before.view && now.view !== reported)
      view.map.jumpTo({ center: now.view.center, zoom: now.view.zoom });
    if (now.fitRequests !== before.fitRequests) fit();
  });
  return Object.assign(live, {
    view,
    setOnMenu: (onMenu: typeof openMenu) => {
      openMenu = onMenu;
    },
    setLook: (next: MapLook) => {
      if (next.language === look.language && next.theme === look.theme && next.projection === look.projection) return;
      look = next;
      view.setTitle(figureStore.getState().translate("map"));
      view.setStyle(styleFor(look), look.theme);
      show();
    },
    destroy: () => {
      stopFigure();
      stopState();
      view.destroy();
      container.remove();
    },
  });
}

/**
 * The `startMap` of the page.
 *
 * @param started the map that the page has started before its panels; without one, each call makes a map of its own
 */
export function createStartMap(started: LiveMap | undefined): App["startMap"] {
  return (app, host) => {
    if (!started) return startLiveMap(app, createEmptyMap(host));
    host.append(started.container);
    return { ...started, destroy: () => started.container.remove() };
  };
}
