import type { SourceDiff } from "./mapDiff.ts";
import type { SourceId } from "../marks/mapLayers.ts";

/** The number of features sent to the map at once. Copying more to the map's worker would block the page. */
const PIECE = 6000;

/** Splits a change into smaller ones that have the same effect in order. */
export function splitDiff({ add, remove }: SourceDiff, most = PIECE): SourceDiff[] {
  const pieces: SourceDiff[] = [];
  for (let at = 0; at < remove.length; at += most) pieces.push({ remove: remove.slice(at, at + most), add: [] });
  for (let at = 0; at < add.length; at += most) pieces.push({ remove: [], add: add.slice(at, at + most) });
  return pieces;
}

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
