import type { Catalog } from "../../catalog/catalog.ts";
import { choicesOf } from "../../catalog/lookups.ts";
import { foldName } from "../places/placesFold.ts";
import type { Problem } from "../../scenario/problem.ts";
import { MAX_LAUNCH_POINTS } from "../../scenario/limits.ts";
import type { CustomSystem, LaunchPoint, Scenario } from "../../scenario/scenario.ts";
import type { RangeCell, RangeQuestion } from "./rangeCells.ts";

export type ImportKind = "csv" | "tsv" | "geojson" | "kml" | "kmz" | "gpx" | "scenario" | "unknown";

/** A file from the browser, or pasted text as UTF-8 with an empty name. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/** The application state that an import needs; plain data, so that it can be posted to a worker. */
export interface ImportContext {
  /** Every `system` and `system/variant` with the folded names that a file may use for it. */
  systems: { id: string; keys: string[] }[];
  /** How many more launch points the map can hold. */
  room: number;
  /** The custom systems that are already on the map; they count towards the limit. */
  customSystems: CustomSystem[];
}

/** A launch point that is not yet on the map; `systems` is absent if the file does not mention any. */
export interface LaunchPointDraft extends Omit<LaunchPoint, "id" | "systems"> {
  /** Number of the row, feature or placemark in the file, counted from 1. */
  row: number;
  systems?: string[];
}

/** A problem with one row. `kept` is true if the row is imported without the invalid part. */
export interface ImportProblem extends Problem {
  row?: number;
  kept?: boolean;
}

export interface Imported {
  kind: ImportKind;
  drafts: LaunchPointDraft[];
  /** Custom systems made from a column of ranges. */
  customSystems: CustomSystem[];
  /** The first problems, in row order; `problemCount` counts all. */
  problems: ImportProblem[];
  problemCount: number;
  /** Rows or features in the file. */
  rows: number;
  /** Ambiguous ranges, which the user has to resolve before the import is added. */
  questions: RangeQuestion[];
  /** Set if the file is one of our own saved maps. */
  scenario?: Scenario;
}

export const MAX_FILE_MB = 50;
/** More problems than anybody reads; the rest are only counted. */
const MAX_PROBLEMS_KEPT = 2000;

/** Collects the results of an import, within its limits. */
export class ImportResult implements Imported {
  kind: ImportKind;
  drafts: LaunchPointDraft[] = [];
  customSystems: CustomSystem[] = [];
  problems: ImportProblem[] = [];
  problemCount = 0;
  rows = 0;
  questions: RangeQuestion[] = [];
  /** Launch points in the file, including those for which the map has no room. */
  offered = 0;
  /** Ranges by row, which `settleRanges` assigns to the drafts at the end. */
  readonly ranges: RangeCell[] = [];
  constructor(kind: ImportKind) {
    this.kind = kind;
  }
  report(problem: ImportProblem): void {
    this.problemCount += 1;
    if (this.problems.length < MAX_PROBLEMS_KEPT) this.problems.push(problem);
  }
  /** Adds a launch point, with the ranges of its row. The caller has checked that there is room. */
  take(draft: LaunchPointDraft, ranges: readonly RangeCell[]): void {
    this.offered += 1;
    for (const cell of ranges) {
      if (cell.drafts.length === 0) this.ranges.push(cell);
      cell.drafts.push(this.drafts.length);
    }
    this.drafts.push(draft);
  }
  /** Reports how many launch points are left out because the map is full. */
  reportOverflow({ room }: ImportContext): void {
    const left = this.offered - this.drafts.length;
    if (left > 0) this.report({ path: "", code: "tooManyRows", values: { length: this.offered, bound: room, left } });
  }
}

/** Called with the completed fraction, 0 to 1. An error that it throws aborts the import. */
export type OnProgress = (share: number) => void;

/**
 * Collects what an import needs from the catalogue and the map.
 *
 * @param content the map that the import will be added to
 */
export function buildImportContext(
  catalog: Catalog,
  content: Pick<Scenario, "launchPoints" | "customSystems"> = { launchPoints: [], customSystems: [] },
): ImportContext {
  const systems = choicesOf(catalog).map(({ id, system, variant }) => {
    const names = [system.shortName, ...Object.values(system.names), ...(system.aka ?? [])];
    const variants = variant ? [...Object.values(variant.names), ...(variant.aka ?? [])] : [];
    const all = variant
      ? [...variants.flatMap((name) => names.map((first) => `${first} ${name}`)), ...(variant.aka ?? [])]
      : names;
    return { id, keys: [...new Set([id, ...all].map(foldName))] };
  });
  return {
    systems,
    room: Math.max(0, MAX_LAUNCH_POINTS - content.launchPoints.length),
    customSystems: content.customSystems,
  };
}
