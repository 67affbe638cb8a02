import type { SourceDiff } from "./mapDiff.ts";
import type { SpecFeature } from "./mapFeatures.ts";
import type { SourceId } from "../marks/mapLayers.ts";

/** What is sent to the map at once. Copying more to the map's worker would block the page. */
const MOST: Size = { features: 3000, positions: 40_000 };

interface Size {
  features: number;
  positions: number;
}

/** The number of positions in a geometry of two or more. */
function countPositions(geometry: SpecFeature["geometry"]): number {
  if (geometry.type === "LineString") return geometry.coordinates.length;
  if (geometry.type === "Polygon" || geometry.type === "MultiLineString")
    return geometry.coordinates.reduce((sum, line) => sum + line.length, 0);
  if (geometry.type !== "MultiPolygon") return 1;
  return geometry.coordinates.reduce((sum, polygon) => polygon.reduce((most, line) => most + line.length, sum), 0);
}

/** Splits a change into smaller ones that have the same effect in order. A feature is never split, however large it is. */
export function splitDiff({ add, remove }: SourceDiff, most: Size = MOST): SourceDiff[] {
  const pieces: SourceDiff[] = [];
  for (let at = 0; at < remove.length; at += most.features)
    pieces.push({ remove: remove.slice(at, at + most.features), add: [] });
  let piece: SpecFeature[] = [];
  let positions = 0;
  const flush = () => {
    if (piece.length > 0) pieces.push({ remove: [], add: piece });
    piece = [];
    positions = 0;
  };
  for (const feature of add) {
    const count = countPositions(feature.geometry);
    if (piece.length >= most.features || positions + count > most.positions) flush();
    piece.push(feature);
    positions += count;
  }
  flush();
  return pieces;
}

/** Whether a change can be sent in one piece. */
const isSmall = ({ add, remove }: SourceDiff): boolean =>
  add.length + remove.length <= MOST.features &&
  add.reduce((sum, { geometry }) => sum + countPositions(geometry), 0) <= MOST.positions;

/**
 * Sends changes to the map's sources in order. A large change is split, with pauses between the pieces so that the page stays responsive. A
 * small one is sent at once, unless others are waiting or the map has no sources.
 */
export class SourceQueue {
  readonly #send: (id: SourceId, diff: SourceDiff) => Promise<void> | undefined;
  #waiting: { id: SourceId; diff: SourceDiff }[] = [];
  #sending = false;
  #paused = false;

  constructor(send: (id: SourceId, diff: SourceDiff) => Promise<void> | undefined) {
    this.#send = send;
  }

  push(id: SourceId, diff: SourceDiff): void {
    if (!this.#sending && !this.#paused && this.#waiting.length === 0 && isSmall(diff)) {
      void this.#send(id, diff);
      return;
    }
    for (const piece of splitDiff(diff)) this.#waiting.push({ id, diff: piece });
    if (!this.#sending && !this.#paused) void this.#run();
  }

  /** Holds changes back while the map has no sources; `resume` continues with them. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    if (!this.#sending) void this.#run();
  }

  /** Discards waiting changes, when the sources receive their content in another way. */
  clear(): void {
    this.#waiting = [];
  }

  async #run(): Promise<void> {
    this.#sending = true;
    while (!this.#paused) {
      const next = this.#waiting.shift();
      if (!next) break;
      // If the map rejects a change, it reports the error itself.
      await this.#send(next.id, next.diff)?.catch(() => undefined);
      // Lets the page's other work run first.
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#sending = false;
  }
}
