import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import type { Figure } from "../figure/figure.ts";
import type { BasemapTheme } from "./basemapPalette.ts";
import { diffFeatures } from "./mapDiff.ts";
import { buildMapData, type MapData, type MapDataOptions, type SpecFeature } from "./mapFeatures.ts";
import { coverageMark } from "../marks/coverage.ts";
import { MOST_FULL_RINGS } from "../marks/density.ts";
import { SHAPE_SOURCES } from "./mapSpec.ts";
import { SOURCE_IDS, type SourceId } from "../marks/mapLayers.ts";
import { itemsOf } from "../marks/registry.ts";
import { ringMark } from "../marks/ring.ts";
import { mercatorOutline } from "./mercatorOutline.ts";
import { SourceQueue } from "./sourceQueue.ts";

/** How a figure is displayed: labels, selection, measuring line and theme. */
export type Shown = Pick<MapDataOptions, "labels" | "selected" | "measure"> & { theme: BasemapTheme };

/** The time to work on a crowded map before the page's other tasks run. */
const SLICE_MS = 10;

const ids = Object.values(SOURCE_IDS);
const bySource = <T>(make: (id: SourceId) => T): Record<SourceId, T> =>
  Object.fromEntries(ids.map((id) => [id, make(id)])) as Record<SourceId, T>;
const byId = (features: SpecFeature[]): Map<string, SpecFeature> =>
  new Map(features.map((feature) => [feature.id, feature]));

/** Whether the geometry of a figure takes longer to make than a page may be kept from answering. */
export function isLarge(figure: Figure): boolean {
  return (
    figure.ringCount > MOST_FULL_RINGS || itemsOf(figure.marks, coverageMark).some(({ merged }) => merged?.isLarge)
  );
}

/** Makes the geometry that the map will ask for, bit by bit; each is kept by its item. */
function* makeGeometry({ marks }: Figure): Generator<void, void, void> {
  for (const { merged } of itemsOf(marks, coverageMark)) {
    while (merged?.prepare()) yield;
    for (const line of merged?.lines ?? []) yield void mercatorOutline(line);
  }
  for (const ring of itemsOf(marks, ringMark)) {
    if (!ring.shown) continue;
    mercatorOutline(ring.coarseOutline ?? ring.outline);
    if (!ring.coarseOutline && ring.innerOutline) mercatorOutline(ring.innerOutline);
    yield;
  }
}

/** The sources of the range layers. Only differences from their current content are sent to the map. */
export class MapSources {
  readonly #queue: SourceQueue;
  #known = bySource(() => byId([]));
  /** The figure and theme whose shapes the sources contain; undefined while a launch point is being dragged. */
  #held: { figure: Figure; theme: BasemapTheme } | undefined;
  #wanted: { figure: Figure; shown: Shown } | undefined;
  /** The large figure whose geometry is being prepared, and the last one whose geometry is ready. */
  #preparing: Figure | undefined;
  #prepared: Figure | undefined;
  /** The ids of the features of the dragged launch point. */
  #dragged: Record<SourceId, string[]> | undefined;

  constructor(map: MapLibreMap) {
    this.#queue = new SourceQueue((id, diff) => map.getSource<GeoJSONSource>(id)?.updateData(diff));
  }

  /** Returns the style with a figure in its sources. */
  startIn(style: StyleSpecification, figure: Figure, { theme, ...shown }: Shown): StyleSpecification {
    const data = buildMapData(figure, { ...shown, theme });
    this.#known = bySource((id) => byId(data[id]));
    this.#held = { figure, theme };
    return this.moveTo(style);
  }

  /** Returns the style with the current content in its sources, which replace the present ones. */
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

  /** Shows a figure: at once, or when its geometry is ready if it is large. */
  show(figure: Figure, shown: Shown): void {
    this.#wanted = { figure, shown };
    this.#dragged = undefined;
    if (!isLarge(figure) || this.#prepared === figure) this.#push(figure, shown);
    else if (this.#preparing !== figure) void this.#prepare(figure);
  }

  /** Updates only the dragged launch point: `part` is its figure, `ringCount` the number of rings on the whole map. */
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

  /** The ids of a launch point's features in each source. */
  #idsOf(launchPoint: string): Record<SourceId, string[]> {
    return bySource((id) =>
      [...this.#known[id].values()].flatMap((feature) =>
        feature.properties["launchPoint"] === launchPoint ? [feature.id] : [],
      ),
    );
  }

  #push(figure: Figure, { theme, ...shown }: Shown): void {
    // If the map was only moved, just the labels differ, so thousands of rings need not be compared.
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

  /** Prepares the geometry of a large figure in short slices and then shows it, unless another figure is wanted by then. */
  async #prepare(figure: Figure): Promise<void> {
    this.#preparing = figure;
    let begun = performance.now();
    const making = makeGeometry(figure);
    while (making.next().done !== true) {
      if (performance.now() - begun < SLICE_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#wanted?.figure !== figure) break;
      begun = performance.now();
    }
    if (this.#preparing === figure) this.#preparing = undefined;
    if (this.#wanted?.figure !== figure) return;
    this.#prepared = figure;
    this.#push(figure, this.#wanted.shown);
  }
}
