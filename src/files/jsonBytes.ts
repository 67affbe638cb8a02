import type { MicroRing } from "./rfcGeometry.ts";

const [MINUS, POINT, COMMA, OPEN, CLOSE, ZERO] = [45, 46, 44, 91, 93, 48];

/** The digits of 0 to 999, three bytes each. */
const DIGITS = Uint8Array.from(
  { length: 3000 },
  (_, at) => ZERO + (Math.trunc(Math.trunc(at / 3) / 10 ** (2 - (at % 3))) % 10),
);

/** The maximum length of a position in bytes: `[-180.123456,-90.123456],`. */
const MOST_A_POSITION = 26;

/** Writes millionths of a degree as degrees without trailing zeros; returns the end offset. */
function writeMicro(bytes: Uint8Array, start: number, micro: number): number {
  let at = start;
  // `| 0` is a fast way to keep integers, all far below 2³¹; this runs tens of millions of times.
  let rest = micro | 0;
  if (rest < 0) {
    bytes[at++] = MINUS;
    rest = -rest;
  }
  const whole = (rest / 1_000_000) | 0;
  const fraction = (rest - whole * 1_000_000) | 0;
  if (whole >= 100) bytes[at++] = DIGITS[3 * whole]!;
  if (whole >= 10) bytes[at++] = DIGITS[3 * whole + 1]!;
  bytes[at++] = DIGITS[3 * whole + 2]!;
  if (fraction === 0) return at;
  const high = (fraction / 1000) | 0;
  const low = (fraction - high * 1000) | 0;
  bytes[at++] = POINT;
  bytes[at++] = DIGITS[3 * high]!;
  bytes[at++] = DIGITS[3 * high + 1]!;
  bytes[at++] = DIGITS[3 * high + 2]!;
  bytes[at++] = DIGITS[3 * low]!;
  bytes[at++] = DIGITS[3 * low + 1]!;
  bytes[at++] = DIGITS[3 * low + 2]!;
  while (bytes[at - 1] === ZERO) at -= 1;
  return at;
}

/**
 * A growing JSON text in UTF-8. Millions of coordinates are written directly as bytes, because converting them to strings first takes several
 * times as long.
 */
export class JsonBytes {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    // Grows by a large factor, because each growth copies everything and memory that is never written costs nothing.
    const grown = new Uint8Array(Math.max(4 * this.#bytes.length, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** Appends JSON text. */
  text(json: string): void {
    // A UTF-16 code unit takes at most three bytes in UTF-8.
    this.#reserve(3 * json.length);
    this.#length += encoder.encodeInto(json, this.#bytes.subarray(this.#length)).written;
  }

  /** Appends a ring as an array of positions, each number as JSON.stringify writes it. */
  ring(ring: MicroRing): void {
    this.#reserve((ring.length / 2) * MOST_A_POSITION + 2);
    const bytes = this.#bytes;
    let length = this.#length;
    bytes[length++] = OPEN;
    for (let at = 0; at < ring.length; at += 2) {
      if (at > 0) bytes[length++] = COMMA;
      bytes[length++] = OPEN;
      length = writeMicro(bytes, length, ring[at]!);
      bytes[length++] = COMMA;
      length = writeMicro(bytes, length, ring[at + 1]!);
      bytes[length++] = CLOSE;
    }
    bytes[length++] = CLOSE;
    this.#length = length;
  }

  /** The bytes written so far. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }
}

const encoder = new TextEncoder();
