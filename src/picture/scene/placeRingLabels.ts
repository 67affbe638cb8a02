import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import type { Occupancy } from "./occupancy.ts";
import type { TextBlock } from "./textBlock.ts";

/** A label that names rings, with all that it may stand beside. */
export interface RingLabel {
  id: string;
  /** What it names, without note marks. */
  name: string;
  block: TextBlock;
  /** Identifies its lines in the occupancy. */
  owner: number;
  /** The visible lines that it names, in pixels, with the point that they surround if there is one. */
  lines: { points: ScreenPoint[]; center?: ScreenPoint | undefined }[];
  color: string;
  /** Whether a position is out of the question. */
  isOff?: (box: Box) => boolean;
}

export interface PlacedRingLabel {
  label: RingLabel;
  box: Box;
  align: "start" | "middle" | "end";
  /** A thin line from the ring to its label. */
  leader?: [ScreenPoint, ScreenPoint];
}

interface Candidate extends Omit<PlacedRingLabel, "label"> {
  cost: number;
  /** The label stands on its own line and interrupts it with its halo. */
  isOnLine?: true;
}

/** Pixels between a ring and the label beside it. */
const GAP = 4;
/** The lengths of leaders that are tried, in pixels. */
const LEADERS = [12, 22, 36, 54, 76, 104, 140, 185, 240];
/** Positions along its lines that are tried for each label. */
const SAMPLES = 72;
const UNPLACED = 1000;
/** Positions of each label, and orders of labels, that are compared. */
const MOST_CANDIDATES = 300;
const SHUFFLES = 60;

interface Spot {
  at: ScreenPoint;
  /** The unit normal that leads away from the centre. */
  normal: ScreenPoint;
  /** The distance from the centre; 0 if the line surrounds no point, so that inside and outside are not known. */
  radius: number;
}

function spotsOf({ lines }: RingLabel): Spot[] {
  const count = lines.reduce((sum, { points }) => sum + points.length, 0);
  const step = Math.max(1, Math.floor(count / SAMPLES));
  return lines.flatMap(({ points, center }) => {
    const spots: Spot[] = [];
    for (let index = Math.min(step, points.length) >> 1; index < points.length; index += step) {
      const at = points[index] as ScreenPoint;
      const before = points[index - 1] ?? at;
      const after = points[index + 1] ?? at;
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
      const length = Math.hypot(dx, dy);
      if (length === 0) continue;
      let normal: ScreenPoint = [-dy / length, dx / length];
      if (center && normal[0] * (at[0] - center[0]) + normal[1] * (at[1] - center[1]) < 0)
        normal = [-normal[0], -normal[1]];
      spots.push({ at, normal, radius: center ? Math.hypot(at[0] - center[0], at[1] - center[1]) : 0 });
    }
    return spots;
  });
}

const atMostOne = (value: number): number => Math.max(-1, Math.min(1, value));

/** The box of a block whose corner, or in the main directions whose side, is at a distance from a point. */
function boxAlong([x, y]: ScreenPoint, [nx, ny]: ScreenPoint, distance: number, { width, height }: TextBlock): Box {
  const cx = x + nx * distance + (width / 2) * atMostOne(nx * 1.9);
  const cy = y + ny * distance + (height / 2) * atMostOne(ny * 1.9);
  return [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2];
}

/** The point of a box nearest to another, a little outside of the box. */
function nearestOn([left, top, right, bottom]: Box, [x, y]: ScreenPoint): ScreenPoint {
  const near: ScreenPoint = [Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y))];
  const away = Math.hypot(x - near[0], y - near[1]);
  return away === 0 ? near : [near[0] + ((x - near[0]) / away) * 2, near[1] + ((y - near[1]) / away) * 2];
}

const centred = ([x, y]: ScreenPoint, { width, height }: TextBlock): Box => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
];

const alignOf = (nx: number): Candidate["align"] => (nx > 0.35 ? "start" : nx < -0.35 ? "end" : "middle");

/** Readers look for names at the upper left and right of a ring first. */
const directionCost = ([nx, ny]: ScreenPoint): number =>
  0.5 - 0.35 * Math.max(-nx * 0.7 - ny * 0.7, nx * 0.7 - ny * 0.7, 0) + (ny > 0.8 ? 0.1 : 0);

function* candidatesOf(label: RingLabel): Generator<Candidate> {
  const { block } = label;
  for (const { at, normal, radius } of spotsOf(label)) {
    const hasSides = radius > 0;
    const [nx, ny] = normal;
    const inward: ScreenPoint = [-nx, -ny];
    const cost = directionCost(normal);
    yield { box: boxAlong(at, normal, GAP, block), align: alignOf(nx), cost };
    yield { box: boxAlong(at, inward, GAP, block), align: alignOf(-nx), cost: cost + (hasSides ? 0.9 : 0) };
    // A wide label would cover too much of a small ring.
    if (Math.abs(ny) > 0.9 && block.lines.length <= 2 && block.width < radius * 0.7)
      yield { box: centred(at, block), align: "middle", cost: cost + 0.5, isOnLine: true };
    for (const length of LEADERS) {
      const outer = boxAlong(at, normal, length, block);
      yield { box: outer, align: alignOf(nx), leader: [at, nearestOn(outer, at)], cost: cost + 2 + length / 30 };
      // A ring in the middle of others may be named further in.
      const inner = boxAlong(at, inward, length, block);
      yield { box: inner, align: alignOf(-nx), leader: [at, nearestOn(inner, at)], cost: cost + 3.5 + length / 30 };
    }
  }
}

/** Pixels that a label keeps from others. */
const padded = ([left, top, right, bottom]: Box): Box => [left - 1, top - 1, right + 1, bottom + 1];

/** The positions of a label that are free of everything but other labels, best first. */
function freeCandidates(label: RingLabel, occupancy: Occupancy): Candidate[] {
  const free: Candidate[] = [];
  for (const candidate of candidatesOf(label)) {
    const { box, leader, isOnLine } = candidate;
    if (label.isOff?.(box) || !occupancy.isFree(padded(box), isOnLine ? label.owner : 0)) continue;
    if (leader) {
      if (occupancy.isBlocked(...leader)) continue;
      candidate.cost += 0.7 * occupancy.crossings(...leader, label.owner);
    }
    free.push(candidate);
  }
  return free.sort((a, b) => a.cost - b.cost).slice(0, MOST_CANDIDATES);
}

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Whether a segment touches a box. */
function touches([from, to]: [ScreenPoint, ScreenPoint], box: Box): boolean {
  const [left, top, right, bottom] = box;
  const inside = ([x, y]: ScreenPoint) => x > left && x < right && y > top && y < bottom;
  if (inside(from) || inside(to)) return true;
  const corners: ScreenPoint[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return corners.some((corner, index) => cross([from, to], [corner, corners[(index + 1) % 4] as ScreenPoint]));
}

/** Whether two segments cross. */
function cross([a, b]: [ScreenPoint, ScreenPoint], [c, d]: [ScreenPoint, ScreenPoint]): boolean {
  const side = (p: ScreenPoint, q: ScreenPoint, r: ScreenPoint) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

function conflict(a: Candidate, b: Candidate): boolean {
  if (overlap(padded(a.box), padded(b.box))) return true;
  if (a.leader && touches(a.leader, padded(b.box))) return true;
  if (b.leader && touches(b.leader, padded(a.box))) return true;
  return a.leader !== undefined && b.leader !== undefined && cross(a.leader, b.leader);
}

/** Gives each label in turn its best position beside those before it. */
function placeInOrder(order: readonly number[], candidates: readonly Candidate[][]) {
  const chosen = new Map<number, Candidate>();
  let cost = 0;
  for (const label of order) {
    const found = candidates[label]?.find(
      (candidate) => ![...chosen.values()].some((other) => conflict(candidate, other)),
    );
    cost += found?.cost ?? UNPLACED;
    if (found) chosen.set(label, found);
  }
  return { chosen, cost };
}

/** The orders to try: longest first, shortest first, then shuffled the same way each time. */
function ordersOf(count: number): number[][] {
  const longestFirst = Array.from({ length: count }, (_, index) => index);
  let state = 12_345;
  const shuffled = () => {
    const order = [...longestFirst];
    for (let at = count - 1; at > 0; at -= 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const other = state % (at + 1);
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    return order;
  };
  return [longestFirst, longestFirst.toReversed(), ...Array.from({ length: count > 2 ? SHUFFLES : 0 }, shuffled)];
}

/**
 * Places the names of rings beside, on or with a leader to their lines, so that none touches another name or another's line. Several orders
 * are tried, because the first label takes the best position. A label without a position is left out.
 *
 * @param labels longest ring first
 * @param occupancy what names must avoid; the placed names are added
 */
export function placeRingLabels(labels: readonly RingLabel[], occupancy: Occupancy): PlacedRingLabel[] {
  const candidates = labels.map((label) => freeCandidates(label, occupancy));
  const [best] = ordersOf(labels.length)
    .map((order) => placeInOrder(order, candidates))
    .sort((a, b) => a.cost - b.cost);
  return labels.flatMap((label, index): PlacedRingLabel[] => {
    const found = best?.chosen.get(index);
    if (!found) return [];
    const { box, align, leader } = found;
    occupancy.add(padded(box));
    if (leader) occupancy.addLine(leader, label.owner);
    return [{ label, box, align, ...(leader && { leader }) }];
  });
}
