import { nearPairs } from "./nearPairs.ts";
import { Segments } from "./segments.ts";

/**
 * Splits segments wherever they cross or come within half a lattice step of a node, until none does: then they meet in their ends alone.
 *
 * This is snap rounding. A node nearer than half a step to a segment becomes one of its ends, so what is left to tell apart is wide enough for
 * doubles to tell apart: with ends at most 2⁴³ steps away, a cross product is off by 2⁻¹¹ of what half a step makes of it. Each round bends
 * segments by half a step at most; bent ones are looked at again, which two or three rounds settle.
 */
export function snapRounding(input: Segments): Segments {
  let segments = input;
  let fresh: Uint8Array = new Uint8Array(segments.count).fill(1);
  for (;;) {
    const splits = findSplits(segments, fresh);
    if (splits.size === 0) return segments;
    [segments, fresh] = splitAt(segments, splits);
  }
}

type Splits = Map<number, number[]>;

function findSplits(segments: Segments, fresh: Uint8Array): Splits {
  const splits: Splits = new Map();
  findMeetings(segments, fresh, (segment, node) => {
    const list = splits.get(segment);
    if (list) list.push(node);
    else splits.set(segment, [node]);
  });
  return splits;
}

/**
 * Calls `split` for each segment, of two of which one at least is marked in `fresh`, that crosses the other or comes within half a step of its
 * end: with the node there and with the other.
 */
export function findMeetings(
  segments: Segments,
  fresh: Uint8Array,
  split: (segment: number, node: number, other: number) => void,
): void {
  const { from, to, nodes } = segments;
  /** Whether a node that is no end of a segment comes within half a step of it, `side` being how far it lies beside, times the length. */
  const touches = (node: number, side: number, near: number, end0: number, end1: number) => {
    if (node === end0 || node === end1 || side > near || side < -near) return false;
    const { x, y } = nodes;
    const px = x[node]!;
    const py = y[node]!;
    return (
      px >= Math.min(x[end0]!, x[end1]!) - 0.5 &&
      px <= Math.max(x[end0]!, x[end1]!) + 0.5 &&
      py >= Math.min(y[end0]!, y[end1]!) - 0.5 &&
      py <= Math.max(y[end0]!, y[end1]!) + 0.5
    );
  };
  nearPairs(segments, fresh, (first, second) => {
    const a = Math.min(first, second);
    const b = Math.max(first, second);
    const { x, y } = nodes;
    const a0 = from[a]!;
    const a1 = to[a]!;
    const b0 = from[b]!;
    const b1 = to[b]!;
    const ux = x[a1]! - x[a0]!;
    const uy = y[a1]! - y[a0]!;
    const vx = x[b1]! - x[b0]!;
    const vy = y[b1]! - y[b0]!;
    const wx = x[b0]! - x[a0]!;
    const wy = y[b0]! - y[a0]!;
    const nearA = 0.5 * (Math.abs(ux) + Math.abs(uy));
    const nearB = 0.5 * (Math.abs(vx) + Math.abs(vy));
    // How far b's ends lie to the left of a and a's of b, times the lengths of a and b.
    const side0 = ux * wy - uy * wx;
    const side1 = ux * (y[b1]! - y[a0]!) - uy * (x[b1]! - x[a0]!);
    const side2 = wx * vy - wy * vx;
    const side3 = vx * (y[a1]! - y[b0]!) - vy * (x[a1]! - x[b0]!);
    if ((side2 > nearB && side3 > nearB) || (side2 < -nearB && side3 < -nearB)) return;
    let joined = a0 === b0 || a0 === b1 || a1 === b0 || a1 === b1;
    const join = (segment: number, node: number, other: number) => {
      joined = true;
      split(segment, node, other);
    };
    if (touches(b0, side0, nearA, a0, a1)) join(a, b0, b);
    if (touches(b1, side1, nearA, a0, a1)) join(a, b1, b);
    if (touches(a0, side2, nearB, b0, b1)) join(b, a0, a);
    if (touches(a1, side3, nearB, b0, b1)) join(b, a1, a);
    if (joined || side0 > 0 === side1 > 0 || side2 > 0 === side3 > 0) return;
    const share = side0 / (side0 - side1);
    const node = nodes.at(x[b0]! + share * vx, y[b0]! + share * vy);
    if (node !== a0 && node !== a1) split(a, node, b);
    if (node !== b0 && node !== b1) split(b, node, a);
  });
}

function splitAt(segments: Segments, splits: Splits): [Segments, Uint8Array] {
  const { x, y } = segments.nodes;
  const result = new Segments(segments.nodes);
  const bent: number[] = [];
  for (let i = 0; i < segments.count; i++) {
    const [from, to] = [segments.from[i]!, segments.to[i]!];
    const [weight, sides, source] = [segments.weight[i]!, segments.sides[i]!, segments.source[i]!];
    const list = splits.get(i);
    if (!list) {
      result.add(from, to, weight, sides, source);
      continue;
    }
    const [ux, uy] = [x[to]! - x[from]!, y[to]! - y[from]!];
    const along = (node: number) => (x[node]! - x[from]!) * ux + (y[node]! - y[from]!) * uy;
    list.sort((p, q) => along(p) - along(q) || p - q);
    let previous = from;
    for (const node of [...list, to]) {
      if (node === previous) continue;
      bent.push(result.add(previous, node, weight, sides, source));
      previous = node;
    }
  }
  const fresh = new Uint8Array(result.count);
  for (const segment of bent) fresh[segment] = 1;
  return [result, fresh];
}
