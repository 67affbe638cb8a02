import type { ScreenPoint } from "../../figure/labels/placeLabels.ts";

/** Marks with 1 the points to keep so that the line passes within `tolerance` of every point (Douglas–Peucker). */
function neededPoints(line: ScreenPoint[], tolerance: number): Uint8Array {
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
