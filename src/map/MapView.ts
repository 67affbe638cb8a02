import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import type { Figure } from "../figure/figure.ts";
import { coverageMark } from "../marks/coverage.ts";
import type { LngLat } from "../marks/drawn.ts";
import { itemsOf } from "../marks/registry.ts";
import { type LabelContext, type PlacedLabel, placeLabels } from "../figure/labels/placeLabels.ts";
import { PointerInteractions, type PointerInteractionEvents, toLngLat } from "./PointerInteractions.ts";
import type { Tool } from "./tool.ts";
import { isLarge, MapSources, type Shown } from "./MapSources.ts";
import { DRAWING_PREFIX } from "./mapSpec.ts";
import { projectPlace } from "./projectPlace.ts";
import { provideImages, updateImages } from "./mapImages.ts";
import type { BasemapTheme } from "./basemapPalette.ts";

/** What the map reports of what the user does on it, and of itself. Positions are `[lng, lat]` in degrees. */
export interface MapViewEvents extends PointerInteractionEvents {
  onView(view: { center: LngLat; zoom: number }): void;
  onError(error: { message: string }): void;
  onContextLost(): void;
  /** The WebGL context was restored and the map is complete again. */
  onContextRestored(): void;
}

export interface MapViewOptions {
  /** As `createMap` makes it. */
  map: MapLibreMap;
  style: StyleSpecification;
  theme: BasemapTheme;
  view: { center: LngLat; zoom: number };
  measure: LabelContext["measure"];
  /** The figure that the map shows from its first frame. */
  figure?: Figure;
  events: MapViewEvents;
  /** The accessible name of the map. */
  title: string;
}

const FIT_PADDING = 36;

/** Copies Terra Draw's sources and layers to the new style, because a drawing in progress fails without them. */
function withDrawing(before: StyleSpecification | undefined, after: StyleSpecification): StyleSpecification {
  const isDrawing = (id: string) => id.startsWith(DRAWING_PREFIX);
  const sources = Object.entries(before?.sources ?? {}).filter(([id]) => isDrawing(id));
  if (!before || sources.length === 0) return after;
  return {
    ...after,
    sources: { ...after.sources, ...Object.fromEntries(sources) },
    layers: [...after.layers, ...before.layers.filter(({ id }) => isDrawing(id))],
  };
}

/** The one live map. It shows a figure and reports what the user does; it decides nothing. */
export class MapView {
  readonly map: MapLibreMap;
  readonly #measure: LabelContext["measure"];
  readonly #events: MapViewEvents;
  readonly #pointer: PointerInteractions;
  readonly #sources: MapSources;
  #figure: Figure | undefined;
  #selected: ReadonlySet<string> = new Set();
  #labels: PlacedLabel[] = [];
  #theme: BasemapTheme;
  #coveredPx = 0;
  #measureLine: { from: LngLat; to: LngLat } | undefined;
  #ready = false;
  #lost = false;
  /** The style that was requested while the WebGL context was lost. */
  #awaiting: { style: StyleSpecification; theme: BasemapTheme } | undefined;

  constructor({ map, style, theme, view, measure, figure, events, title }: MapViewOptions) {
    this.map = map;
    this.#measure = measure;
    this.#events = events;
    this.#theme = theme;
    map.jumpTo({ center: view.center, zoom: view.zoom });
    this.setTitle(title);
    this.#sources = new MapSources(map);
    provideImages(map, () => this.#theme);
    this.#pointer = new PointerInteractions(map, events, () => this.#ready);
    this.#listen();
    this.#figure = figure;
    if (figure) this.#labels = placeLabels(figure, this.#labelContext());
    // With the figure in the style, its rings load together with the basemap's tiles and not after them.
    map.setStyle(figure && !isLarge(figure) ? this.#sources.startIn(style, figure, this.#shown()) : style);
  }

  #listen(): void {
    const { map } = this;
    map.on("style.load", () => {
      this.#ready = true;
      this.#lost = false;
      const awaiting = this.#awaiting;
      this.#awaiting = undefined;
      if (awaiting) this.setStyle(awaiting.style, awaiting.theme);
      this.#sources.resume();
      this.#sync();
    });
    map.on("moveend", () => {
      this.#placeLabels();
      this.#events.onView({ center: toLngLat(map.getCenter()), zoom: map.getZoom() });
    });
    // Marks the moment at which everything is drawn, which tests/bench measures.
    map.once("idle", () => performance.mark("map-drawn"));
    map.on("resize", () => this.#placeLabels());
    map.on("error", ({ error }) => this.#events.onError(error));
    // Until the context is restored the map has no style, and getStyle throws. It then reloads the previous style.
    map.on("webglcontextlost", () => {
      this.#ready = false;
      this.#lost = true;
      this.#sources.pause();
      this.#events.onContextLost();
    });
    map.on("webglcontextrestored", () => this.#events.onContextRestored());
  }

  /** What a press on the map does from now on. */
  setTool(tool: Tool): void {
    this.#pointer.setTool(tool, this.#theme === "dark" ? "#eceff2" : "#1c1c1e");
  }

  /** The accessible name of the map. */
  setTitle(title: string): void {
    this.map.getCanvas().setAttribute("aria-label", title);
  }

  /** Shows a line from a launch point to a place, or removes it if undefined. */
  setMeasure(measure: { from: LngLat; to: LngLat } | undefined): void {
    this.#measureLine = measure;
    this.#push();
  }

  /** Shows a figure. Only differences from the previous one are sent to the map. */
  show(figure: Figure, selected: ReadonlySet<string>): void {
    this.#figure = figure;
    this.#selected = selected;
    this.#sync();
  }

  /**
   * Shows a launch point at the position to which it has been dragged. `part` is the figure of that point alone, so that the cost of a frame
   * does not depend on the rest of the map. Merged coverage depends on all points, so its figure is always complete.
   */
  showDragged(launchPoint: string, part: Figure): void {
    if (itemsOf(part.marks, coverageMark).length > 0 || !this.#ready) return this.show(part, this.#selected);
    const labels = placeLabels(part, this.#labelContext());
    this.#sources.showDragged(launchPoint, part, this.#figure?.ringCount ?? part.ringCount, {
      ...this.#shown(),
      labels,
    });
  }

  /** Changes the basemap style, for another language, theme or projection. The style must include the range layers. */
  setStyle(style: StyleSpecification, theme: BasemapTheme): void {
    if (this.#lost) {
      this.#awaiting = { style, theme };
      return;
    }
    if (theme !== this.#theme) updateImages(this.map, (this.#theme = theme));
    this.map.setStyle(this.#sources.moveTo(style), { diff: true, transformStyle: withDrawing });
  }

  #labelContext(): LabelContext {
    const { width, height } = this.map.getContainer().getBoundingClientRect();
    return {
      width,
      height: height - this.#coveredPx,
      measure: this.#measure,
      project: (lngLat) => projectPlace(this.map, lngLat),
    };
  }

  #placeLabels(): void {
    if (!this.#figure) return;
    this.#labels = placeLabels(this.#figure, this.#labelContext());
    this.#push();
  }

  #sync(): void {
    if (this.#figure && this.#ready) this.#placeLabels();
  }

  #push(): void {
    if (this.#figure && this.#ready) this.#sources.show(this.#figure, this.#shown());
  }

  #shown(): Shown {
    return {
      labels: this.#labels,
      selected: this.#selected,
      theme: this.#theme,
      ...(this.#measureLine && { measure: this.#measureLine }),
    };
  }

  /** Moves the view so that the bounds are completely visible and not under anything that covers the map. */
  fit(bounds: [number, number, number, number]): void {
    this.map.fitBounds(bounds, { padding: FIT_PADDING, animate: false, maxZoom: 7 });
  }

  /** Sets how many pixels of the map's lower part are covered by the sheet. The view is centred on the rest, and labels are placed only there. */
  setCovered(pixels: number): void {
    if (pixels === this.#coveredPx) return;
    this.#coveredPx = pixels;
    this.map.setPadding({ bottom: pixels });
    this.#placeLabels();
  }

  /** Resolves when everything has been drawn, or after `mostMs` milliseconds. */
  drawn(mostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, mostMs);
      void this.map.once("idle", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  destroy(): void {
    this.#sources.clear();
    this.map.remove();
  }
}
