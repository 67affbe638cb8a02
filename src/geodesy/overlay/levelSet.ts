import type { Position } from "geojson";
import type { Pieces } from "../rings/cutToEarth.ts";
import { buildGrid, cellAt, depthBeside, type EdgeGrid } from "./edgeGrid.ts";
import { BORDER, type EdgeList } from "./edgeList.ts";
import { findSplits, TOUCH, type Splits } from "./edgeSplits.ts";
import { GeodesyError } from "../geodesyError.ts";
import { NodeTable } from "./nodeTable.ts";
import { refineCrossings } from "./refineCrossings.ts";
import { stitch } from "./stitch.ts";

export interface LevelSetOptions {
  /** Called with a share of the work from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Whether each owner's edges enclose no place twice, so that a cell far inside can be passed over. */
  simpleOwners: boolean;
  /**
   * For curves whose depth is known up to a constant only: whether a place is surely outside, and how far from the curves that can be told.
   * Where no place beside them is outside, nothing is.
   */
  anchor?: { isOutside: (x: number, y: number) => boolean; offKm: number };
  /** Moves the place where two edges cross, given as their owners, to a better one; undefined leaves it. */
  refine?: (ownerA: number, ownerB: number, x: number, y: number) => Position | undefined;
}

/** The border of the region at least `level` deep, and whether the whole frame is in it where there is no border. */
export interface LevelSet {
  pieces: Pieces;
  everywhere: boolean;
}

/**
 * Finds the border of the region that at least `level` of the regions enclose.
 *
 * Method: a uniform grid with the depth at each cell's middle; cells that are deep enough throughout are passed over, which is nearly all of
 * them where many regions overlap. In the rest, edges are split where they cross, coinciding parts are merged, and the depth on either side
 * decides what is border. Costs n log n where no place has more than a bounded number of edges about it.
 */
export function levelSet(edges: EdgeList, level: number, options: LevelSetOptions): LevelSet {
  // Rounding can leave a border open where several edges all but meet in a place. Shaken a little, they no longer do.
  for (let attempt = 0; attempt < 4; attempt++) {
    const found = attemptLevelSet(attempt === 0 ? edges : edges.shaken(attempt), level, options);
    if (found) return found;
  }
  throw new GeodesyError(
    "unresolved",
    "geometry",
    edges.count,
    "its edges meet in a way that rounding cannot tell apart; leave out the least of its detail, and let no ring cross itself",
  );
}

function attemptLevelSet(edges: EdgeList, level: number, options: LevelSetOptions): LevelSet | undefined {
  if (edges.count === 0) return { pieces: { rings: [], chains: [] }, everywhere: false };
  const grid = buildGrid(edges);
  if (options.anchor && !anchorDepth(edges, grid, options.anchor))
    return { pieces: { rings: [], chains: [] }, everywhere: true };
  options.onProgress?.(0.3);
  const open = openCells(edges, grid, level, options.simpleOwners);
  const nodes = new NodeTable(TOUCH);
  const splits = findSplits(edges, grid, open, nodes);
  options.onProgress?.(0.6);
  const segments = splitEdges(edges, grid, open, nodes, splits);
  const kept = keepBorder(edges, grid, segments, nodes, level);
  options.onProgress?.(0.8);
  if (options.refine) refineCrossings(kept, nodes, edges.owner, options.refine);
  options.onProgress?.(0.9);
  const pieces = stitch(kept, nodes);
  if (pieces.loose > 0) return undefined;
  const everywhere =
    pieces.rings.length + pieces.chains.length === 0 &&
    grid.depth[Math.floor(grid.rows / 2) * grid.columns + Math.floor(grid.columns / 2)]! >= level;
  return { pieces, everywhere };
}

/** Makes the depth zero outside, if there is an outside: looked for on the right of border edges. */
function anchorDepth(
  edges: EdgeList,
  grid: EdgeGrid,
  { isOutside, offKm }: NonNullable<LevelSetOptions["anchor"]>,
): boolean {
  const { count, x0, y0, x1, y1, kind } = edges;
  for (let i = 0; i < count; i++) {
    if (kind[i] !== BORDER) continue;
    const lat = (y0[i]! + y1[i]!) / 2;
    const shrink = Math.max(1e-6, Math.cos((lat * Math.PI) / 180));
    const [dx, dy] = [(x1[i]! - x0[i]!) * shrink, y1[i]! - y0[i]!];
    const off = offKm / 111.2 / Math.sqrt(dx * dx + dy * dy);
    const [x, y] = [(x0[i]! + x1[i]!) / 2 + (dy * off) / shrink, lat - dx * off];
    if (!(x > -180 && x < 180 && y > -90 && y < 90 && isOutside(x, y))) continue;
    // Its depth, by all the edges to the west of it.
    let outside = 0;
    for (let j = 0; j < count; j++) {
      if (y0[j]! <= y === y1[j]! <= y) continue;
      if (x0[j]! + ((x1[j]! - x0[j]!) * (y - y0[j]!)) / (y1[j]! - y0[j]!) < x) outside += y1[j]! < y0[j]! ? 1 : -1;
    }
    for (let cell = 0; cell < grid.depth.length; cell++) grid.depth[cell]! -= outside;
    return true;
  }
  return false;
}

/** Cells that the border may pass through: 1 in the result. */
function openCells(edges: EdgeList, grid: EdgeGrid, level: number, simpleOwners: boolean): Uint8Array {
  const { starts, members, depth } = grid;
  const { owner, kind } = edges;
  const cells = grid.columns * grid.rows;
  const open = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!];
    let owners = 0;
    let border = false;
    let previous = -1;
    for (let at = from; at < to; at++) {
      const edge = members[at]!;
      if (kind[edge] === BORDER) border = true;
      // Edges come in the order of their owners, so that each owner's stand together.
      if (owner[edge] !== previous) {
        previous = owner[edge]!;
        owners++;
      }
    }
    if (!border) continue;
    open[cell] = simpleOwners && (depth[cell]! - owners >= level || depth[cell]! + owners < level) ? 0 : 1;
  }
  return open;
}

/** Parts of edges between nodes, those that coincide merged. */
interface Segments {
  from: number[];
  to: number[];
  /** How much deeper it is on the left of from → to than on the right. */
  weight: number[];
  /** The edges that the part belongs to. */
  sources: number[][];
}

function splitEdges(edges: EdgeList, grid: EdgeGrid, open: Uint8Array, nodes: NodeTable, splits: Splits): Segments {
  const { x0, y0, x1, y1, kind } = edges;
  const { starts, members } = grid;
  const segments: Segments = { from: [], to: [], weight: [], sources: [] };
  const byNodes = new Map<number, number>();
  const seen = new Uint8Array(edges.count);
  const add = (a: number, b: number, edge: number) => {
    if (a === b) return;
    // What is border lies in open cells for its whole length.
    if (!open[cellAt(grid, (nodes.x[a]! + nodes.x[b]!) / 2, (nodes.y[a]! + nodes.y[b]!) / 2)]) return;
    const key = Math.min(a, b) * 67_108_864 + Math.max(a, b);
    const known = byNodes.get(key);
    if (known === undefined) {
      byNodes.set(key, segments.from.length);
      segments.from.push(a);
      segments.to.push(b);
      segments.weight.push(1);
      segments.sources.push([edge]);
    } else {
      segments.weight[known]! += segments.from[known] === a ? 1 : -1;
      segments.sources[known]!.push(edge);
    }
  };
  for (let cell = 0; cell < open.length; cell++) {
    if (!open[cell]) continue;
    for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
      const edge = members[at]!;
      if (seen[edge] || kind[edge] !== BORDER) continue;
      seen[edge] = 1;
      let previous = nodes.at(x0[edge]!, y0[edge]!);
      const last = nodes.at(x1[edge]!, y1[edge]!);
      const list = splits.get(edge);
      if (list) {
        list.sort((p, q) => p.share - q.share);
        for (const { node } of list) {
          add(previous, node, edge);
          previous = node;
        }
      }
      add(previous, last, edge);
    }
  }
  return segments;
}

/** Segments with the region on their left, as pairs of nodes. */
function keepBorder(
  edges: EdgeList,
  grid: EdgeGrid,
  segments: Segments,
  nodes: NodeTable,
  level: number,
): [number, number][] {
  const kept: [number, number][] = [];
  for (let i = 0; i < segments.from.length; i++) {
    const weight = segments.weight[i]!;
    if (weight === 0) continue;
    const a = segments.from[i]!;
    const b = segments.to[i]!;
    const dx = nodes.x[b]! - nodes.x[a]!;
    const dy = nodes.y[b]! - nodes.y[a]!;
    const x = nodes.x[a]! + dx / 2;
    const y = nodes.y[a]! + dy / 2;
    const cell = cellAt(grid, x, y);
    const steep = Math.abs(dy) * grid.width > Math.abs(dx) * grid.height;
    const arrived = depthBeside(edges, grid, cell, x, y, steep, segments.sources[i]!);
    // The side arrived from: west or east of a steep segment, south or north of a flat one; turned into left and right.
    const fromLeft = steep
      ? x > grid.west + ((cell % grid.columns) + 0.5) * grid.width === dy > 0
      : y > grid.south + (Math.floor(cell / grid.columns) + 0.5) * grid.height === dx < 0;
    const left = fromLeft ? arrived : arrived + weight;
    const right = fromLeft ? arrived - weight : arrived;
    if (left >= level === right >= level) continue;
    kept.push(left >= level ? [a, b] : [b, a]);
  }
  return kept;
}
