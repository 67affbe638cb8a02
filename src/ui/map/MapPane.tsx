import "./mapControls.css";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type LiveMap, useAppParts, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import type { MapMenuState } from "./MapMenu.tsx";
import { MapMissing } from "./MapMissing.tsx";
import { MapScale } from "./MapScale.tsx";
import { useTheme } from "../shell/useTheme.ts";

/** Calls back with the height of the map that lies under the phone's sheet, now and whenever the sheet has come to rest. */
function watchCovered(container: HTMLElement, onChange: (pixels: number) => void): () => void {
  const panel = document.querySelector(".panel");
  if (!panel) return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = () => {
    const map = container.getBoundingClientRect();
    const { top, left, height } = panel.getBoundingClientRect();
    const isSheet = left <= map.left && top > map.top;
    // A sheet over nearly all of the map leaves nothing to centre on.
    if (height < map.height * 0.8) onChange(isSheet ? Math.max(0, Math.round(map.bottom - top)) : 0);
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(report, 80);
  });
  observer.observe(panel);
  report();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** The zoom at which a globe fills most of the map. */
function globeZoom({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.log2((0.85 * Math.min(clientWidth, clientHeight) * Math.PI) / 512);
}

/** Shows the live map that the page has started, or starts one. */
export function MapPane({ onMenu }: { onMenu: (menu: MapMenuState) => void }) {
  const app = useAppParts();
  const translate = useTranslate();
  const theme = useTheme();
  const projection = useAppState((state) => state.content.display.projection);
  const { language } = translate;
  const host = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<LiveMap | null>(null);

  // Runs before the first paint, so that the started map is not hidden for a frame.
  useLayoutEffect(() => {
    if (!host.current) return;
    const map = app.startMap(app, host.current);
    setLive(map);
    const stopCovered = watchCovered(host.current, (pixels) => map.view?.setCovered(pixels));
    return () => {
      stopCovered();
      map.destroy();
    };
  }, [app]);

  useEffect(() => {
    live?.setOnMenu(onMenu);
  }, [live, onMenu]);

  useEffect(() => {
    live?.setLook({ language, theme, projection });
  }, [live, language, theme, projection]);

  useEffect(() => {
    const map = live?.view?.map;
    if (!map || !host.current || projection !== "globe") return;
    const least = globeZoom(host.current);
    if (map.getZoom() < least) map.jumpTo({ zoom: least });
  }, [live, projection]);

  return (
    <>
      <div ref={host} className="map" data-testid="map" />
      <div className="map-zoom">
        <IconButton icon="plus" label={translate("map.zoomIn")} onPress={() => live?.view?.map.zoomIn()} />
        <IconButton icon="minus" label={translate("map.zoomOut")} onPress={() => live?.view?.map.zoomOut()} />
      </div>
      <MapScale />
      {live?.missing != null && <MapMissing detail={live.missing} />}
    </>
  );
}
