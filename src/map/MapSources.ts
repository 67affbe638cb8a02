import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import type { Figure } from "../figure/figure.ts";
import type { BasemapTheme } from "./basemapPalette.ts";
import { diffFeatures } from "./mapDiff.ts";
import { buildMapData, type MapData, type MapDataOptions, type SpecFeature } from "./mapFeatures.ts";
import { SHAPE_SOURCES } from "./mapSpec.ts";
import { SOURCE_IDS, type SourceId } from "../marks/mapLayers.ts";
import { itemsOf } from "../marks/registry.ts";
import { ringMark } from "../marks/ring.ts";
import { mercatorOutline } from "./mercatorOutline.ts";
import { SourceQueue } from "./sourceQueue.ts";

/** How a figure is shown beside what it is. */
export type Shown = Pick<MapDataOptions, "labels" | "selected" | "measure"> & { theme: BasemapTheme };

/** Work on a crowded map between two looks at what the page has to do. */
const SKETCH_MS = 10;

const ids = Object.values(SOURCE_IDS);
const bySource = <T>(make: (id: SourceId) => T): Record<SourceId, T> =>
  Object.fromEntries(ids.map((id) => [id, make(id)])) as Record<SourceId, T>;
const byId = (features: SpecFeature[]): Map<string, SpecFeature> =>
  new Map(features.map((feature) => [feature.id, feature]));

/** The sources of the range layers: they are told only of what differs from what they hold. */
export class MapSources {
  readonly #queue: SourceQueue;
  #known = bySource(() => byId([]));
  /** What the sources of shapes hold the features of; undefined while one is being dragged. */
  #held: { figure: Figure; theme: BasemapTheme } | undefined;
  #wanted: { figure: Figure; shown: Shown } | undefined;
  /** The crowded figure whose rings are being made, or have been. */
  #sketching: Figure | undefined;
  #sketched: Figure | undefined;
  /** Ids of the features of the launch point under the hand. */
  #dragged: Record<SourceId, string[]> | undefined;

  constructor(map: MapLibreMap) {
    this.#queue = new SourceQueue((id, diff) => map.getSource<GeoJSONSource>(id)?.updateData(diff));
  }

  /** A style whose sources hold a figure from the start. */
  startIn(style: StyleSpecification, figure: Figure, { theme, ...shown }: Shown): StyleSpecification {
    const data = buildMapData(figure, { ...shown, theme });
    this.#known = bySource((id) => byId(data[id]));
    this.#held = { figure, theme };
    return this.moveTo(style);
  }

  /** A style whose sources hold what these do, which they take the place of. */
  moveTo(style: StyleSpecification): StyleSpecification {
    this.#queue.clear();
    for (const id of ids) {
      const source = style.sources[id];
      if (source?.type === "geojson")
        source.data = { type: "FeatureCollection", features: [...this.#known[id].values()] };
    }
    return style;
  }

  /** Holds changes back while the map has no sources; `resume` continues with them. */
  pause(): void {
    this.#queue.pause();
  }

  resume(): void {
    this.#queue.resume();
  }

  clear(): void {
    this.#queue.clear();
    this.#wanted = undefined;
  }

  /** Shows a figure: at once, or, where it is crowded, when its rings are made. */
  show(figure: Figure, shown: Shown): void {
    this.#wanted = { figure, shown };
    this.#dragged = undefined;
    if (!figure.crowded || this.#sketched === figure) this.#push(figure, shown);
    else if (this.#sketching !== figure) void this.#sketch(figure);
  }

  /** Shows a launch point alone where it is now, `part`, on a map of so many rings. */
  showDragged(launchPoint: string, part: Figure, ringCount: number, { theme, ...shown }: Shown): void {
    const data = buildMapData(part, { ...shown, ringCount, theme });
    this.#held = undefined;
    this.#dragged ??= this.#idsOf(launchPoint);
    for (const id of ids) {
      const known = this.#known[id];
      const remove = this.#dragged[id].filter((old) => !data[id].some((feature) => feature.id === old));
      for (const old of remove) known.delete(old);
      for (const feature of data[id]) known.set(feature.id, feature);
      this.#dragged[id] = data[id].map((feature) => feature.id);
      this.#queue.push(id, { remove, add: data[id] });
    }
  }

  /** Ids of what each source has of a launch point. */
  #idsOf(launchPoint: string): Record<SourceId, string[]> {
    return bySource((id) =>
      [...this.#known[id].values()].flatMap((feature) =>
        feature.properties["launchPoint"] === launchPoint ? [feature.id] : [],
      ),
    );
  }

  #push(figure: Figure, { theme, ...shown }: Shown): void {
    // A map that was only moved has other labels, and nothing else that is worth looking at thousands of rings for.
    const isNew = this.#held?.figure !== figure || this.#held.theme !== theme;
    const data: MapData = buildMapData(figure, { ...shown, theme, shapes: isNew });
    for (const id of ids) {
      if (!isNew && SHAPE_SOURCES.some((shapes) => shapes === id)) continue;
      const { diff, next } = diffFeatures(this.#known[id], data[id]);
      this.#known[id] = next;
      if (diff) this.#queue.push(id, diff);
    }
    this.#held = { figure, theme };
  }

  /** Has the rings of a crowded figure made a few milliseconds at a time, and then shows it, unless another is wanted by then. */
  async #sketch(figure: Figure): Promise<void> {
    this.#sketching = figure;
    let begun = performance.now();
    for (const ring of itemsOf(figure.marks, ringMark)) {
      if (ring.shown && ring.coarseOutline) mercatorOutline(ring.coarseOutline);
      if (performance.now() - begun < SKETCH_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#wanted?.figure !== figure) break;
      begun = performance.now();
    }
    if (this.#sketching === figure) this.#sketching = undefined;
    if (this.#wanted?.figure !== figure) return;
    this.#sketched = figure;
    this.#push(figure, this.#wanted.shown);
  }
}
