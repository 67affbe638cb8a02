import { useEffect, useRef, useState } from "react";
import { basemapFontFaces } from "../map/basemapFonts.ts";
import { registerBasemap } from "../map/basemapProtocol.ts";
import { basemapMaxZoom } from "../map/basemapStyle.ts";
import { buildMapStyle } from "../map/mapStyle.ts";
import { MapView, type MapViewOptions } from "../map/MapView.ts";
import type { FigureLaunchPoint, LngLat } from "../figure/figure.ts";
import type { Measure } from "../state/store.ts";
import type { MapMenuState } from "./MapMenu.tsx";
import type { Language, LaunchGeometry, Projection, View } from "../scenario/scenario.ts";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { MapMissing } from "./MapMissing.tsx";
import { IconButton } from "./IconButton.tsx";
import { MapScale } from "./MapScale.tsx";
import { measureLabel } from "./measureText.ts";
import { nextPointName } from "./pointName.ts";
import { useTheme } from "./useTheme.ts";


/** Calls back with the height of the map that lies under the phone's sheet, now and whenever the sheet has come to rest. */
function watchCovered(container: HTMLElement, onChange: (pixels: number) => void): () => void {
  const panel = document.querySelector(".panel");
  if (!panel) return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const map = container.getBoundingClientRect();
    const { top, left, height } = panel.getBoundingClientRect();
    const isSheet = left <= map.left && top > map.top;
    // A sheet over nearly all of the map leaves nothing to centre on.
    if (height < map.height * 0.8) onChange(isSheet ? Math.max(0, Math.round(map.bottom - top)) : 0);
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(tell, 80);
  });
  observer.observe(panel);
  tell();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

function styleFor(language: Language, theme: "light" | "dark", projection: Projection) {
  return buildMapStyle({
    language,
    theme,
    baseUrl: new URL("./", document.baseURI).href,
    projection: projection === "globe" ? "globe" : "mercator",
    fontFaces: basemapFontFaces(),
  });
}

/** The zoom at which a globe fills most of a map of that size. */
function globeZoom({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.log2((0.85 * Math.min(clientWidth, clientHeight) * Math.PI) / 512);
}

/** The line that is being measured, from where the launch point is now. */
function measuredLine(measure: Measure | null, points: FigureLaunchPoint[]): { from: LngLat; to: LngLat } | undefined {
  const point = measure && points.find((item) => item.id === measure.from);
  return point ? { from: point.lngLat, to: measure.lngLat } : undefined;
}

const SHAPE_NAMES = { LineString: "point.lineNumbered", Polygon: "point.areaNumbered" } as const;

/** The live map, in step with the state. */
export function MapPane({ onMenu }: { onMenu: (menu: MapMenuState) => void }) {
  const { store, actions, figureStore } = useAppContext();
  const translate = useTranslate();
  const theme = useTheme();
  const { language: chosenLanguage, projection } = useAppState((state) => state.content.display);
  const language = translate.language === chosenLanguage ? chosenLanguage : translate.language;
  const container = useRef<HTMLDivElement>(null);
  const viewRef = useRef<MapView | null>(null);
  const shownStyle = useRef("");
  const failed = useRef(false);
  const [missing, setMissing] = useState<string | null>(null);

  useEffect(() => {
    if (!container.current) return;
    registerBasemap();
    let reported: View = store.getState().view;
    const state = store.getState();
    shownStyle.current = `${language}:${theme}:${projection}`;
    const options: MapViewOptions = {
      container: container.current,
      style: styleFor(language, theme, projection),
      theme,
      view: state.view,
      maxZoom: basemapMaxZoom,
      measure: measureLabel,
      title: figureStore.getState().translate("map"),
      events: {
        onPlace: (lngLat) => {
          const { content } = store.getState();
          const name = nextPointName(content.launchPoints, figureStore.getState().translate);
          const coordinates: [number, number] = [Math.round(lngLat[0] * 1e5) / 1e5, Math.round(lngLat[1] * 1e5) / 1e5];
          actions.add([{ name, geometry: { type: "Point", coordinates } }]);
        },
        onSelect: (id) => {
          actions.select([id]);
          const { tool, measure } = store.getState();
          if (tool === "measure") actions.setMeasure({ from: id, lngLat: measure?.lngLat ?? store.getState().view.center });
        },
        onPoint: (lngLat) => {
          const { selected, content, measure } = store.getState();
          const from = selected[0] ?? measure?.from ?? content.launchPoints[0]?.id;
          if (from !== undefined) actions.setMeasure({ from, lngLat });
        },
        onMenu: ({ lngLat, launchPoint, x, y }) => {
          const box = container.current?.getBoundingClientRect();
          onMenu({ lngLat, launchPoint, x: x + (box?.left ?? 0), y: y + (box?.top ?? 0) });
        },
        onShape: (shape) => {
          if (shape) {
            const number = store.getState().content.launchPoints.length + 1;
            actions.add([{ name: figureStore.getState().translate(SHAPE_NAMES[shape.type], { number }), geometry: shape as LaunchGeometry }]);
          }
          actions.setTool("place");
        },
        onDrag: (id, lngLat) => actions.drag(id, lngLat),
        onDrop: (id, lngLat) => actions.drop(id, [Math.round(lngLat[0] * 1e5) / 1e5, Math.round(lngLat[1] * 1e5) / 1e5]),
        onView: (view) => {
          reported = view;
          actions.setView(view);
        },
        onError: (error) => {
          // A basemap that is missing fails once a tile: it is told of once.
          if (!failed.current) actions.notify({ kind: "error", code: "map", values: { detail: error.message } });
          failed.current = true;
        },
        onContextLost: () => actions.notify({ kind: "error", code: "contextLost" }),
        onContextRestored: () => actions.dismissCode("contextLost"),
      },
    };
    let mapView: MapView;
    try {
      mapView = new MapView(options);
    } catch (error) {
      container.current.replaceChildren();
      setMissing(error instanceof Error ? error.message : String(error));
      return;
    }
    viewRef.current = mapView;
    const show = () => {
      const { figure, dragFigure } = figureStore.getState();
      const { drag, selected } = store.getState();
      if (drag && dragFigure) mapView.showDragged(drag.id, dragFigure);
      else mapView.show(figure, new Set(selected));
    };
    show();
    // Label widths are right only once the page's font is here.
    void document.fonts.load('600 12px "Noto Sans"').then(show);
    const stopFigure = figureStore.subscribe((now, before) => {
      if (now.figure !== before.figure || now.dragFigure !== before.dragFigure) show();
    });
    const stopState = store.subscribe((now, before) => {
      if (now.selected !== before.selected) show();
      if (now.tool !== before.tool) mapView.setTool(now.tool);
      if (now.measure !== before.measure) mapView.setMeasure(measuredLine(now.measure, figureStore.getState().figure.launchPoints));
      const moved = now.view !== before.view && now.view !== reported;
      if (moved) mapView.map.jumpTo({ center: now.view.center, zoom: now.view.zoom });
      else if (now.edit !== before.edit && (now.edit?.action === "open" || now.edit?.action === "import")) {
        const { bounds } = figureStore.getState().figure;
        if (bounds) mapView.fit(bounds);
      }
    });
    const stopCovered = watchCovered(container.current, (pixels) => mapView.setCovered(pixels));
    return () => {
      stopCovered();
      stopFigure();
      stopState();
      viewRef.current = null;
      mapView.destroy();
    };
    // The map is made once; what changes later goes to it through the effects below and the subscriptions above.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, actions, figureStore]);

  useEffect(() => {
    const key = `${language}:${theme}:${projection}`;
    if (shownStyle.current === key) return;
    shownStyle.current = key;
    viewRef.current?.setStyle(styleFor(language, theme, projection), theme);
    viewRef.current?.show(figureStore.getState().figure, new Set(store.getState().selected));
  }, [language, theme, projection, figureStore, store]);

  useEffect(() => {
    const map = viewRef.current?.map;
    if (!map || !container.current || projection !== "globe") return;
    const least = globeZoom(container.current);
    if (map.getZoom() < least) map.jumpTo({ zoom: least });
  }, [projection]);

  return (
    <>
      <div ref={container} className="map" data-testid="map" />
      <div className="map-zoom">
        <IconButton icon="plus" label={translate("map.zoomIn")} onPress={() => viewRef.current?.map.zoomIn()} />
        <IconButton icon="minus" label={translate("map.zoomOut")} onPress={() => viewRef.current?.map.zoomOut()} />
      </div>
      <MapScale />
      {missing !== null && <MapMissing detail={missing} />}
    </>
  );
}
