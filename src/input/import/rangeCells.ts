import type { DecimalMark } from "../../i18n/numbers.ts";
import { quoteValue } from "../../scenario/problem.ts";
import { MAX_CUSTOM_SYSTEMS, MAX_SYSTEMS } from "../../scenario/limits.ts";
import type { CustomSystem } from "../../scenario/scenario.ts";
import type { ImportContext, Imported, ImportResult, LaunchPointDraft } from "./imported.ts";
import { sameSystem } from "./sameSystem.ts";

const MAX_RANGE_KM = 20_000;

/** A range as written in a cell. Its meaning may depend on the rest of its column. */
export interface RangeCell {
  row: number;
  column: string;
  text: string;
  /** The range in kilometres for each decimal mark with which the number is valid. */
  km: Partial<Record<DecimalMark, number>>;
  /** Indices of the drafts that get this range. */
  drafts: number[];
}

/** Cells of one column whose mark may separate either thousands or decimals, where the column does not show which. */
export interface RangeQuestion {
  column: string;
  mark: DecimalMark;
  /** At least one; one answer applies to all. */
  cells: RangeCell[];
}

/** What the mark separates; `none` leaves the ranges out. */
export type RangeAnswer = "thousands" | "fraction" | "none";

const otherMark = (mark: DecimalMark): DecimalMark => (mark === "." ? "," : ".");
const isOpen = ({ km }: RangeCell): boolean => km["."] !== undefined && km[","] !== undefined && km["."] !== km[","];

/** The decimal mark that at least one number of a column requires; undefined if none requires one, or they contradict each other. */
function decimalMarkOf(cells: readonly RangeCell[]): DecimalMark | undefined {
  const hasPoint = cells.some(({ km }) => km[","] === undefined);
  const hasComma = cells.some(({ km }) => km["."] === undefined);
  return hasPoint === hasComma ? undefined : hasPoint ? "." : ",";
}

/** The id of the custom system for a range, shared by equal ranges; undefined if the limit is reached. */
function systemForRange(km: number, customSystems: CustomSystem[], context: ImportContext): string | undefined {
  const id = `range-${String(km).replace(".", "-")}-km`;
  if (customSystems.some((system) => system.id === id)) return id;
  const system: CustomSystem = { id, name: `${km} km`, rangeKm: { min: km, max: km }, kind: "other" };
  const isKnown = (one: CustomSystem) => context.customSystems.some((other) => sameSystem(one, other));
  const added = customSystems.filter((one) => !isKnown(one)).length;
  if (!isKnown(system) && context.customSystems.length + added >= MAX_CUSTOM_SYSTEMS) return undefined;
  customSystems.push(system);
  return id;
}

type Target = Pick<ImportResult, "drafts" | "customSystems" | "report">;

function applyRange(cell: RangeCell, km: number | undefined, target: Target, context: ImportContext): void {
  const { row, column, text } = cell;
  const problem = { row, kept: true, path: column } as const;
  if (km === undefined || !(km > 0 && km <= MAX_RANGE_KM)) {
    target.report({ ...problem, code: "rangeNumber", values: { value: quoteValue(text) } });
    return;
  }
  // All drafts of a cell come from one row and have the same systems.
  if (cell.drafts.some((index) => (target.drafts[index]?.systems ?? []).length >= MAX_SYSTEMS)) {
    target.report({ ...problem, code: "tooManySystems", values: { length: MAX_SYSTEMS + 1, bound: MAX_SYSTEMS } });
    return;
  }
  const id = systemForRange(km, target.customSystems, context);
  if (id === undefined) {
    target.report({
      ...problem,
      code: "tooManyRanges",
      values: { value: quoteValue(text), bound: MAX_CUSTOM_SYSTEMS },
    });
    return;
  }
  for (const index of cell.drafts) {
    const draft = target.drafts[index];
    if (draft) target.drafts[index] = { ...draft, systems: [...new Set([...(draft.systems ?? []), id])] };
  }
}

/**
 * Assigns ranges to the drafts after the whole file has been read, and adds a question for each group of ambiguous cells.
 *
 * @param fileMark the decimal mark that the file's other numbers use, if known
 */
export function settleRanges(
  cells: readonly RangeCell[],
  result: ImportResult,
  context: ImportContext,
  fileMark?: DecimalMark,
): void {
  const columns = new Map<string, RangeCell[]>();
  for (const cell of cells) {
    const ofColumn = columns.get(cell.column);
    if (ofColumn) ofColumn.push(cell);
    else columns.set(cell.column, [cell]);
  }
  for (const [column, ofColumn] of columns) {
    const mark = decimalMarkOf(ofColumn) ?? fileMark;
    const open: Record<DecimalMark, RangeCell[]> = { ".": [], ",": [] };
    for (const cell of ofColumn) {
      if (mark === undefined && isOpen(cell)) open[cell.text.includes(",") ? "," : "."].push(cell);
      else applyRange(cell, cell.km[mark ?? "."] ?? cell.km["."] ?? cell.km[","], result, context);
    }
    for (const shown of [",", "."] as const)
      if (open[shown].length > 0) result.questions.push({ column, mark: shown, cells: open[shown] });
  }
}

/** The range of a cell in kilometres, given an answer. */
export function kmOfAnswer(cell: RangeCell, mark: DecimalMark, answer: RangeAnswer): number | undefined {
  return answer === "none" ? undefined : cell.km[answer === "fraction" ? mark : otherMark(mark)];
}

/**
 * Applies the user's answers and returns the completed import.
 *
 * @param answers one for each question, in the same order
 */
export function answerRangeQuestions(
  imported: Imported,
  answers: readonly RangeAnswer[],
  context: ImportContext,
): Imported {
  const drafts: LaunchPointDraft[] = [...imported.drafts];
  const customSystems = [...imported.customSystems];
  const problems = [...imported.problems];
  let { problemCount } = imported;
  const report: ImportResult["report"] = (problem) => {
    problemCount += 1;
    problems.push(problem);
  };
  imported.questions.forEach(({ mark, cells }, index) => {
    const answer = answers[index] ?? "none";
    if (answer === "none") return;
    for (const cell of cells)
      applyRange(cell, kmOfAnswer(cell, mark, answer), { drafts, customSystems, report }, context);
  });
  return { ...imported, drafts, customSystems, problems, problemCount, questions: [] };
}
