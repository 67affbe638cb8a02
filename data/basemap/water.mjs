// @ts-nocheck -- a build script with a package.json of its own
import { mercator, mercatorArea, read, unmercator } from "./topology.mjs";

// Drained in 2023, when the Kakhovka dam was destroyed.
const kakhovka = { west: 33.3, south: 46.75, east: 35.35, north: 47.9 };
const inside = (b, [x, y]) => x > b.west && x < b.east && y > b.south && y < b.north;
const polygonsOf = (g) => (g.type === "Polygon" ? [g.coordinates] : g.coordinates);
const linesOf = (g) => (g.type === "LineString" ? [g.coordinates] : g.coordinates);

/** Corners rounded twice (Chaikin): 1:50m water drawn at 1:10m looks cut out with scissors otherwise. */
function rounded(points, closed) {
  let ps = closed ? points.slice(0, -1) : points;
  for (let pass = 0; pass < 2; pass++) {
    const next = [];
    const n = ps.length;
    if (!closed) next.push(ps[0]);
    for (let i = 0; i < (closed ? n : n - 1); i++) {
      const a = ps[i];
      const b = ps[(i + 1) % n];
      next.push(
        [a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25],
        [a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75],
      );
    }
    if (!closed) next.push(ps[n - 1]);
    ps = next;
  }
  return closed ? [...ps, ps[0]] : ps;
}

const length = (line) => {
  let sum = 0;
  const m = line.map(mercator);
  for (let i = 1; i < m.length; i++) sum += Math.hypot(m[i][0] - m[i - 1][0], m[i][1] - m[i - 1][1]);
  return sum;
};

/** Pieces of rivers that run on from one another, joined where just two meet. */
function joined(lines) {
  const key = (p) => `${p[0]},${p[1]}`;
  const ends = new Map();
  const live = new Set(lines);
  const add = (l) => [l[0], l[l.length - 1]].forEach((p) => ends.set(key(p), [...(ends.get(key(p)) ?? []), l]));
  const drop = (l) =>
    [l[0], l[l.length - 1]].forEach((p) =>
      ends.set(
        key(p),
        ends.get(key(p)).filter((o) => o !== l),
      ),
    );
  lines.forEach(add);
  for (const start of lines) {
    if (!live.has(start)) continue;
    let line = start;
    for (let again = true; again;) {
      again = false;
      for (const end of [line[0], line[line.length - 1]]) {
        const at = ends.get(key(end)).filter((o) => o !== line);
        if (at.length !== 1 || ends.get(key(end)).length !== 2) continue;
        const other = at[0];
        const a = key(line[line.length - 1]) === key(end) ? line : line.toReversed();
        const b = key(other[0]) === key(end) ? other : other.toReversed();
        [line, other].forEach((l) => (drop(l), live.delete(l)));
        line = [...a, ...b.slice(1)];
        add(line);
        live.add(line);
        again = true;
        break;
      }
    }
  }
  return [...live];
}

export function buildWater() {
  const lakes = [];
  for (const { geometry } of read("lakes-50m.json").features) {
    for (const poly of polygonsOf(geometry)) {
      if (poly[0].every((p) => inside(kakhovka, p))) continue;
      const rings = poly.map((r) => rounded(r, true));
      lakes.push({ geometry: { type: "Polygon", coordinates: rings }, raw: poly, area: mercatorArea(poly[0]) });
    }
  }
  const lines = joined(read("rivers-50m.json").features.flatMap(({ geometry }) => linesOf(geometry)));
  const rivers = lines.map((l) => {
    const long = length(l);
    const min = long > 0.03 ? 3 : long > 0.012 ? 4 : long > 0.005 ? 5 : 6;
    return { geometry: { type: "LineString", coordinates: rounded(l, false) }, raw: l, min };
  });
  return { lakes, rivers };
}
export { unmercator };
