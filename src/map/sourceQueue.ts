import type { SourceDiff } from "./mapDiff.ts";
import type { SourceId } from "../marks/mapLayers.ts";

/** Features sent to the map at once: more would hold up the page while they are copied to the map's worker. */
const PIECE = 6000;

/** A change in pieces that add up to it, in its order. */
export function splitDiff({ add, remove }: SourceDiff, most = PIECE): SourceDiff[] {
  const pieces: SourceDiff[] = [];
  for (let at = 0; at < remove.length; at += most) pieces.push({ remove: remove.slice(at, at + most), add: [] });
  for (let at = 0; at < add.length; at += most) pieces.push({ remove: [], add: add.slice(at, at + most) });
  return pieces;
}

/**
 * Sends changes to the map's sources, a large one in pieces with pauses between them, so that the page answers meanwhile. A small one goes
 * at once, unless others wait or the map has no sources: they keep their order.
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
    if (
      !this.#sending &&
      !this.#paused &&
      this.#waiting.length === 0 &&
      diff.add.length + diff.remove.length <= PIECE
    ) {
      void this.#send(id, diff);
      return;
    }
    for (const piece of splitDiff(diff)) this.#waiting.push({ id, diff: piece });
    if (!this.#sending && !this.#paused) void this.#run();
  }

  /** Holds back what waits while the map has no sources; `resume` goes on with it. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    if (!this.#sending) void this.#run();
  }

  /** Forgets what waits, where the sources get all of it another way. */
  clear(): void {
    this.#waiting = [];
  }

  async #run(): Promise<void> {
    this.#sending = true;
    while (!this.#paused) {
      const next = this.#waiting.shift();
      if (!next) break;
      // A piece that the map would not take has been told of by the map itself.
      await this.#send(next.id, next.diff)?.catch(() => undefined);
      // The page's own work goes first.
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.#sending = false;
  }
}
