import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";

/** No line, and several lines, at a pixel. */
const NO_LINE = 0;
const SEVERAL = 65_535;

/** The owner of lines that no label may stand on. */
export const UNLABELLED = 60_000;

/** Pixels that a label keeps from the edge of the frame. */
const EDGE = 4;

/** What stands at each pixel of a frame, so that labels keep clear of one another and of lines. */
export class Occupancy {
  readonly #width: number;
  readonly #height: number;
  readonly #taken: Uint8Array;
  readonly #lines: Uint16Array;

  constructor({ width, height }: { width: number; height: number }) {
    this.#width = Math.ceil(width);
    this.#height = Math.ceil(height);
    this.#taken = new Uint8Array(this.#width * this.#height);
    this.#lines = new Uint16Array(this.#width * this.#height);
  }

  copy(): Occupancy {
    const copy = new Occupancy({ width: this.#width, height: this.#height });
    copy.#taken.set(this.#taken);
    copy.#lines.set(this.#lines);
    return copy;
  }

  #clamped([left, top, right, bottom]: Box): Box {
    return [
      Math.max(0, Math.floor(left)),
      Math.max(0, Math.floor(top)),
      Math.min(this.#width, Math.ceil(right)),
      Math.min(this.#height, Math.ceil(bottom)),
    ];
  }

  add(box: Box): void {
    const [left, top, right, bottom] = this.#clamped(box);
    for (let y = top; y < bottom; y += 1)
      if (right > left) this.#taken.fill(1, y * this.#width + left, y * this.#width + right);
  }

  /** @param owner a number from 1 that identifies the line's label, which may stand on it */
  addLine(points: readonly ScreenPoint[], owner: number): void {
    for (let index = 1; index < points.length; index += 1) {
      const [ax, ay] = points[index - 1] as ScreenPoint;
      const [bx, by] = points[index] as ScreenPoint;
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay))));
      for (let step = 0; step <= steps; step += 1) {
        const x = Math.round(ax + ((bx - ax) * step) / steps);
        const y = Math.round(ay + ((by - ay) * step) / steps);
        if (x < 0 || y < 0 || x >= this.#width || y >= this.#height) continue;
        const at = y * this.#width + x;
        const before = this.#lines[at];
        this.#lines[at] = before === NO_LINE || before === owner ? owner : SEVERAL;
      }
    }
  }

  /** Whether a box lies in the frame and touches nothing that has been added, except the line of its owner. */
  isFree(box: Box, owner = NO_LINE): boolean {
    const [left, top, right, bottom] = box;
    if (left < EDGE || top < EDGE || right > this.#width - EDGE || bottom > this.#height - EDGE) return false;
    const [x0, y0, x1, y1] = this.#clamped(box);
    for (let y = y0; y < y1; y += 1) {
      for (let at = y * this.#width + x0; at < y * this.#width + x1; at += 1) {
        if (this.#taken[at] === 1) return false;
        const line = this.#lines[at];
        if (line !== NO_LINE && line !== owner) return false;
      }
    }
    return true;
  }

  /** Whether a straight line would run through something taken. */
  isBlocked([ax, ay]: ScreenPoint, [bx, by]: ScreenPoint): boolean {
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay)));
    for (let step = 0; step <= steps; step += 1) {
      const x = Math.round(ax + ((bx - ax) * step) / steps);
      const y = Math.round(ay + ((by - ay) * step) / steps);
      if (x >= 0 && y >= 0 && x < this.#width && y < this.#height && this.#taken[y * this.#width + x] === 1)
        return true;
    }
    return false;
  }

  /** The number of lines that a straight line crosses. */
  crossings([ax, ay]: ScreenPoint, [bx, by]: ScreenPoint, owner: number): number {
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay)));
    let count = 0;
    let before = NO_LINE;
    for (let step = 0; step <= steps; step += 1) {
      const x = Math.round(ax + ((bx - ax) * step) / steps);
      const y = Math.round(ay + ((by - ay) * step) / steps);
      const inside = x >= 0 && y >= 0 && x < this.#width && y < this.#height;
      const line = inside ? (this.#lines[y * this.#width + x] ?? NO_LINE) : NO_LINE;
      if (line !== NO_LINE && line !== before && line !== owner) count += 1;
      before = line;
    }
    return count;
  }
}
