import type { Box } from "../../figure/labels/placeLabels.ts";
import type { ScreenPoint } from "../../figure/labels/placeLabels.ts";

/** Clips a ring to a box (Sutherland–Hodgman). Parts outside become edges along the box, which lie outside the visible frame. */
export function clipRing(ring: ScreenPoint[], [left, top, right, bottom]: Box): ScreenPoint[] {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ];
  let points = ring;
  for (const [axis, limit, sign] of sides) {
    const kept: ScreenPoint[] = [];
    let before = points.at(-1);
    for (const point of points) {
      if (!before) break;
      const inside = (point[axis] - limit) * sign >= 0;
      const wasInside = (before[axis] - limit) * sign >= 0;
      if (inside !== wasInside) {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        const other = before[(1 - axis) as 0 | 1] + (point[(1 - axis) as 0 | 1] - before[(1 - axis) as 0 | 1]) * share;
        kept.push(axis === 0 ? [limit, other] : [other, limit]);
      }
      if (inside) kept.push(point);
      before = point;
    }
    points = kept;
    if (points.length === 0) break;
  }
  return points;
}

/** The part of a segment inside a box (Liang–Barsky), as fractions of its length; undefined if it lies outside. */
function clipSegment(
  [ax, ay]: ScreenPoint,
  [bx, by]: ScreenPoint,
  [left, top, right, bottom]: Box,
): [from: number, to: number] | undefined {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, ax - left],
    [dx, right - ax],
    [-dy, ay - top],
    [dy, bottom - ay],
  ] as const) {
    if (step === 0) {
      if (room < 0) return undefined;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to ? [from, to] : undefined;
}

/** Clips a line to a box. Each part inside becomes a separate line. */
export function clipLine(line: ScreenPoint[], box: Box): ScreenPoint[][] {
  const parts: ScreenPoint[][] = [];
  let part: ScreenPoint[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1] as ScreenPoint, line[index] as ScreenPoint];
    const cut = clipSegment(a, b, box);
    const at = (share: number): ScreenPoint =>
      share === 0 ? a : share === 1 ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    if (cut) {
      if (part.length === 0 || cut[0] > 0) {
        if (part.length > 1) parts.push(part);
        part = [at(cut[0])];
      }
      part.push(at(cut[1]));
    }
    if ((!cut || cut[1] < 1) && part.length > 0) {
      if (part.length > 1) parts.push(part);
      part = [];
    }
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** Marks with 1 the points to keep so that the line passes within `tolerance` of every point (Douglas–Peucker). */
export function neededPoints(line: ScreenPoint[], tolerance: number): Uint8Array {
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  const limit = tolerance ** 2;
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    const [ax, ay] = line[first] as ScreenPoint;
    const [bx, by] = line[last] as ScreenPoint;
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    let [worst, at] = [limit, 0];
    for (let index = first + 1; index < last; index += 1) {
      const [x, y] = line[index] as ScreenPoint;
      const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
      const away = (x - ax - dx * share) ** 2 + (y - ay - dy * share) ** 2;
      if (away > worst) [worst, at] = [away, index];
    }
    if (at > 0) {
      keep[at] = 1;
      stack.push([first, at], [at, last]);
    }
  }
  return keep;
}

/** Simplifies a line (Douglas–Peucker). */
export function simplifyLine(line: ScreenPoint[], tolerance: number): ScreenPoint[] {
  if (line.length < 3 || tolerance === 0) return line;
  const needed = neededPoints(line, tolerance);
  return line.filter((_, index) => needed[index] === 1);
}

/** Simplifies a ring in two halves, so that the result does not depend on where the ring starts. */
export function simplifyRing(ring: ScreenPoint[], tolerance: number): ScreenPoint[] {
  const half = Math.floor(ring.length / 2);
  if (half < 2) return ring;
  const [first, middle] = [ring[0] as ScreenPoint, ring[half] as ScreenPoint];
  const a = simplifyLine(ring.slice(0, half + 1), tolerance);
  const b = simplifyLine([middle, ...ring.slice(half + 1), first], tolerance);
  return [...a, ...b.slice(1, -1)];
}

/** Moves a line to the right of its direction by some pixels, so that two rings of the same range appear side by side. */
export function offsetLine(line: ScreenPoint[], offset: number): ScreenPoint[] {
  if (offset === 0 || line.length < 2) return line;
  const count = line.length;
  const [first, last] = [line[0] as ScreenPoint, line[count - 1] as ScreenPoint];
  const closed = Math.hypot(first[0] - last[0], first[1] - last[1]) < 1e-6;
  const normal = (from: number): ScreenPoint => {
    const [a, b] = [line[from] as ScreenPoint, line[from + 1] as ScreenPoint];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  };
  return line.map(([x, y], index) => {
    const before = normal(index > 0 ? index - 1 : closed ? count - 2 : 0);
    const after = normal(index < count - 1 ? index : closed ? 0 : count - 2);
    const [nx, ny] = [before[0] + after[0], before[1] + after[1]];
    // A mitre join, limited to twice the offset at sharp turns.
    const length = Math.max(nx * nx + ny * ny, 0.5) / 2;
    return [x + (nx / length) * offset, y + (ny / length) * offset];
  });
}
