import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import { wrapLongitude } from "../geodesy/wrapLongitude.ts";
import type { LngLat } from "../marks/drawn.ts";
import type { DrawingEnd } from "./handDrawn.ts";
import { LAYER_IDS } from "./mapSpec.ts";
import type { Tool } from "./tool.ts";

/** What the user does on a map with a pointer or fingers. Positions are `[lng, lat]` in degrees. */
export interface PointerInteractionEvents {
  onPlace(lngLat: LngLat): void;
  onSelect(launchPointId: string): void;
  /** The pointer moved while the tool is `measure`, or was pressed. */
  onPoint(lngLat: LngLat, isPress: boolean): void;
  /** A right click or long press, on a launch point or elsewhere. Pixels from the top left of the map. */
  onMenu(menu: { lngLat: LngLat; launchPoint: string | undefined; x: number; y: number }): void;
  onShape(shape: DrawingEnd): void;
  /** The library that draws could not be loaded. */
  onToolFailed(tool: Tool, error: unknown): void;
  /** Called once per frame while a launch point is dragged. */
  onDrag(launchPointId: string, lngLat: LngLat): void;
  onDrop(launchPointId: string, lngLat: LngLat): void;
}

/** Pixels around a launch point within which a finger or pointer hits it. */
const REACH = { mouse: 6, touch: 16 };

/** How long a finger must be held still for a long press. */
const HOLD_MS = 550;

/** A position on the map with its longitude wrapped to one turn. */
export const toLngLat = ({ lng, lat }: { lng: number; lat: number }): LngLat => [wrapLongitude(lng), lat];

/** Makes places, presses, drags and menus of what mouse and fingers do on a map. */
export class PointerInteractions {
  readonly #map: MapLibreMap;
  readonly #events: PointerInteractionEvents;
  /** Whether the map's style is loaded, so that its features can be queried. */
  readonly #isReady: () => boolean;
  #dragging: { id: string; lngLat: LngLat; moved: boolean } | undefined;
  #frame = 0;
  #tool: Tool = "place";
  #held = false;
  /** A finger is down, which may become a long press. */
  #holding = false;
  #stopDrawing: (() => void) | undefined;

  constructor(map: MapLibreMap, events: PointerInteractionEvents, isReady: () => boolean) {
    this.#map = map;
    this.#events = events;
    this.#isReady = isReady;
    this.#listen();
  }

  #listen(): void {
    const map = this.#map;
    map.on("contextmenu", (event) => {
      // Some browsers also send `contextmenu` for a long press, which `#watchHold` handles.
      const isFinger =
        this.#held || this.#holding || (event.originalEvent as Partial<PointerEvent>).pointerType === "touch";
      if (!isFinger) this.#openMenu(event, REACH.mouse);
    });
    map.on("click", (event) => {
      if (this.#tool === "line" || this.#tool === "area" || this.#held) return;
      const id = this.#launchPointAt(event, REACH.mouse);
      if (id === undefined && this.#tool === "measure") this.#events.onPoint(toLngLat(event.lngLat), true);
      else if (id === undefined) this.#events.onPlace(toLngLat(event.lngLat));
      else this.#events.onSelect(id);
    });
    map.on("mousemove", (event) => {
      if (this.#dragging || this.#tool === "line" || this.#tool === "area") return;
      if (this.#tool === "measure") this.#events.onPoint(toLngLat(event.lngLat), false);
      map.getCanvas().style.cursor = this.#launchPointAt(event, REACH.mouse) === undefined ? "crosshair" : "grab";
    });
    map.on("mousedown", (event) => {
      if (event.originalEvent.button === 0) this.#startDrag(event, REACH.mouse, "mousemove", "mouseup");
    });
    map.on("touchstart", (event) => {
      if (event.points.length !== 1) return;
      this.#startDrag(event, REACH.touch, "touchmove", "touchend");
      this.#watchHold(event);
    });
  }

  #openMenu(event: MapMouseEvent | MapTouchEvent, reach: number): void {
    event.preventDefault();
    if (this.#tool === "line" || this.#tool === "area") return;
    const { x, y } = event.point;
    this.#events.onMenu({ lngLat: toLngLat(event.lngLat), launchPoint: this.#launchPointAt(event, reach), x, y });
  }

  /** A finger held still opens the menu, as a right click does; browsers do not agree on an event for it. */
  #watchHold(event: MapTouchEvent): void {
    const { x, y } = event.point;
    const cancel = () => {
      clearTimeout(timer);
      this.#holding = false;
      this.#map.off("touchmove", onMove);
      this.#map.off("touchend", cancel);
      this.#map.off("touchcancel", cancel);
    };
    const onMove = (moved: MapTouchEvent) => {
      if (moved.points.length > 1 || Math.hypot(moved.point.x - x, moved.point.y - y) > 8) cancel();
    };
    const timer = setTimeout(() => {
      cancel();
      this.#dragging = undefined;
      this.#held = true;
      setTimeout(() => (this.#held = false), 600);
      const id = this.#launchPointAt(event, REACH.touch);
      if (id === undefined) this.#events.onPlace(toLngLat(event.lngLat));
      else this.#openMenu(event, REACH.touch);
    }, HOLD_MS);
    this.#holding = true;
    this.#map.on("touchmove", onMove);
    this.#map.on("touchend", cancel);
    this.#map.on("touchcancel", cancel);
  }

  /** What a press on the map does from now on. Drawing loads its library when it is first wanted; it draws in `ink`. */
  setTool(tool: Tool, ink: `#${string}`): void {
    this.#tool = tool;
    this.#stopDrawing?.();
    this.#stopDrawing = undefined;
    if (tool !== "line" && tool !== "area") return;
    import("./drawShape.ts").then(
      ({ drawShape }) => {
        const start = () => {
          if (this.#tool === tool && !this.#stopDrawing)
            this.#stopDrawing = drawShape(this.#map, tool, ink, (shape) => this.#events.onShape(shape));
        };
        // A drawing needs the map's style, which is gone while its WebGL context is lost.
        if (this.#isReady()) start();
        else void this.#map.once("style.load", start);
      },
      (error: unknown) => this.#events.onToolFailed(tool, error),
    );
  }

  #launchPointAt({ point }: MapMouseEvent | MapTouchEvent, reach: number): string | undefined {
    if (!this.#isReady() || !this.#map.getLayer(LAYER_IDS.launchPoints)) return undefined;
    const hits = this.#map.queryRenderedFeatures(
      [
        [point.x - reach, point.y - reach],
        [point.x + reach, point.y + reach],
      ],
      { layers: [LAYER_IDS.launchPoints] },
    );
    return hits[0]?.properties["id"] as string | undefined;
  }

  #startDrag(
    event: MapMouseEvent | MapTouchEvent,
    reach: number,
    move: "mousemove" | "touchmove",
    end: "mouseup" | "touchend",
  ): void {
    const id = this.#launchPointAt(event, reach);
    if (id === undefined || this.#dragging || this.#tool === "line" || this.#tool === "area") return;
    event.preventDefault();
    const drag: { id: string; lngLat: LngLat; moved: boolean } = { id, lngLat: toLngLat(event.lngLat), moved: false };
    this.#dragging = drag;
    this.#map.getCanvas().style.cursor = "grabbing";
    const onMove = (moved: MapMouseEvent | MapTouchEvent) => {
      drag.lngLat = toLngLat(moved.lngLat);
      drag.moved = true;
      // At most one update per frame, however many events the pointer sends.
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        if (this.#dragging) this.#events.onDrag(drag.id, drag.lngLat);
      });
    };
    const onEnd = () => {
      this.#map.off(move, onMove);
      window.removeEventListener(end, onEnd);
      window.removeEventListener("touchcancel", onEnd);
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#dragging = undefined;
      this.#map.getCanvas().style.cursor = "";
      if (drag.moved) this.#events.onDrop(drag.id, drag.lngLat);
    };
    this.#map.on(move, onMove);
    // The button may be released outside the map.
    window.addEventListener(end, onEnd);
    window.addEventListener("touchcancel", onEnd);
  }
}
