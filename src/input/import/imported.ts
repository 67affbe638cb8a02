import type { Catalog } from "../../catalog/catalog.ts";
import { choicesOf } from "../../catalog/lookups.ts";
import { foldName } from "../places/placesFold.ts";
import type { Problem } from "../../scenario/problem.ts";
import { MAX_LAUNCH_POINTS } from "../../scenario/limits.ts";
import type { CustomSystem, LaunchPoint, Scenario } from "../../scenario/scenario.ts";
import type { RangeCell, RangeQuestion } from "./rangeCells.ts";

export type ImportKind = "csv" | "tsv" | "geojson" | "kml" | "kmz" | "gpx" | "scenario" | "unknown";

/** A file as the browser hands it over, or pasted text as UTF-8 with an empty name. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/** What an import needs to know of the program; plain data, so that it can be sent to a worker. */
export interface ImportContext {
  /** Every `system` and `system/variant` with the folded names that a file may call it by. */
  systems: { id: string; keys: string[] }[];
  /** How many launch points may still come in. */
  room: number;
  /** The user's own systems that the map has already: those that come in share its limit with them. */
  customSystems: CustomSystem[];
}

/** A launch point to be; `systems` is absent where the file says nothing of them. */
export interface LaunchPointDraft extends Omit<LaunchPoint, "id" | "systems"> {
  /** Number of the row in the file, as its own program counts: a spreadsheet's row, a feature's or placemark's number. */
  row: number;
  systems?: string[];
}

/** A problem of one row. `kept` is true where the row comes in all the same, without the thing that was wrong. */
export interface ImportProblem extends Problem {
  row?: number;
  kept?: boolean;
}

export interface Imported {
  kind: ImportKind;
  drafts: LaunchPointDraft[];
  /** Ranges of the user's own that a column of ranges brings. */
  customSystems: CustomSystem[];
  /** The first of them, row by row; `problemCount` counts all. */
  problems: ImportProblem[];
  problemCount: number;
  /** Rows or features in the file. */
  rows: number;
  /** Ranges that can mean two things: what they are is for the user to say, before anything is taken. */
  questions: RangeQuestion[];
  /** Of our own saved file. */
  scenario?: Scenario;
}

export const MAX_FILE_MB = 50;
/** More problems than anybody reads; the rest are counted. */
const MAX_PROBLEMS_KEPT = 2000;

/** Collects what an import brings, within its limits. */
export class ImportResult implements Imported {
  kind: ImportKind;
  drafts: LaunchPointDraft[] = [];
  customSystems: CustomSystem[] = [];
  problems: ImportProblem[] = [];
  problemCount = 0;
  rows = 0;
  questions: RangeQuestion[] = [];
  /** Launch points that the file has for the map, those past its room included. */
  offered = 0;
  /** Ranges by row, which `settleRanges` gives to the drafts at the end. */
  readonly ranges: RangeCell[] = [];
  constructor(kind: ImportKind) {
    this.kind = kind;
  }
  report(problem: ImportProblem): void {
    this.problemCount += 1;
    if (this.problems.length < MAX_PROBLEMS_KEPT) this.problems.push(problem);
  }
  /** Takes a launch point that there is room for, with the ranges of its row. */
  take(draft: LaunchPointDraft, ranges: readonly RangeCell[]): void {
    this.offered += 1;
    for (const cell of ranges) {
      if (cell.drafts.length === 0) this.ranges.push(cell);
      cell.drafts.push(this.drafts.length);
    }
    this.drafts.push(draft);
  }
  /** Says how many launch points are left out because the map is full. */
  reportOverflow({ room }: ImportContext): void {
    const left = this.offered - this.drafts.length;
    if (left > 0) this.report({ path: "", code: "tooManyRows", values: { length: this.offered, bound: room, left } });
  }
}

/** Called with the completed fraction, 0 to 1. An error thrown by it ends the import. */
export type OnProgress = (share: number) => void;

/**
 * What an import needs to know of a catalog.
 *
 * @param content the map that the import is for
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
