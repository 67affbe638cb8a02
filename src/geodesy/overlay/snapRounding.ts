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
  nearPairs(segments, fresh, (first, second) => {
    const a = first < second ? first : second;
    const b = first < second ? second : first;
    const { x, y } = nodes;
    const [a0, a1, b0, b1] = [from[a]!, to[a]!, from[b]!, to[b]!];
    const [ax, ay, bx, by] = [x[a0]!, y[a0]!, x[b0]!, y[b0]!];
    const [ux, uy] = [x[a1]! - ax, y[a1]! - ay];
    const [wx, wy] = [bx - ax, by - ay];
    const nearA = 0.5 * (Math.abs(ux) + Math.abs(uy));
    // How far b's ends lie to the left of a, times a's length.
    const side0 = ux * wy - uy * wx;
    const side1 = ux * (y[b1]! - ay) - uy * (x[b1]! - ax);
    if ((side0 > nearA && side1 > nearA) || (side0 < -nearA && side1 < -nearA)) return;
    const [vx, vy] = [x[b1]! - bx, y[b1]! - by];
    const nearB = 0.5 * (Math.abs(vx) + Math.abs(vy));
    const side2 = wx * vy - wy * vx;
    const side3 = vx * (y[a1]! - by) - vy * (x[a1]! - bx);
    if ((side2 > nearB && side3 > nearB) || (side2 < -nearB && side3 < -nearB)) return;
    let touches = a0 === b0 || a0 === b1 || a1 === b0 || a1 === b1;
    const touch = (
      node: number,
      side: number,
      near: number,
      segment: number,
      end0: number,
      end1: number,
      other: number,
    ) => {
      if (node === end0 || node === end1 || side > near || side < -near) return;
      const [px, py] = [x[node]!, y[node]!];
      if (px < Math.min(x[end0]!, x[end1]!) - 0.5 || px > Math.max(x[end0]!, x[end1]!) + 0.5) return;
      if (py < Math.min(y[end0]!, y[end1]!) - 0.5 || py > Math.max(y[end0]!, y[end1]!) + 0.5) return;
      touches = true;
      split(segment, node, other);
    };
    touch(b0, side0, nearA, a, a0, a1, b);
    touch(b1, side1, nearA, a, a0, a1, b);
    touch(a0, side2, nearB, b, b0, b1, a);
    touch(a1, side3, nearB, b, b0, b1, a);
    if (touches || side0 > 0 === side1 > 0 || side2 > 0 === side3 > 0) return;
    const share = side0 / (side0 - side1);
    const node = nodes.at(bx + share * vx, by + share * vy);
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
