import type { DecimalMark } from "../../i18n/numbers.ts";
import { quoteValue } from "../../scenario/problem.ts";
import { MAX_CUSTOM_SYSTEMS, MAX_SYSTEMS } from "../../scenario/limits.ts";
import type { CustomSystem } from "../../scenario/scenario.ts";
import type { ImportContext, Imported, ImportResult, LaunchPointDraft } from "./imported.ts";
import { sameSystem } from "./sameSystem.ts";

const MAX_RANGE_KM = 20_000;

/** A range as a cell of the file has it. What it means may depend on the rest of its column. */
export interface RangeCell {
  row: number;
  column: string;
  text: string;
  /** Kilometres under each decimal mark that the number can be read by. */
  km: Partial<Record<DecimalMark, number>>;
  /** Which of the drafts it is for. */
  drafts: number[];
}

/** Cells of one column whose mark can part thousands or a fraction, with nothing in the column to tell which. */
export interface RangeQuestion {
  column: string;
  mark: DecimalMark;
  /** At least one; all are answered alike. */
  cells: RangeCell[];
}

/** What the mark of a question stands for; `none` leaves its ranges out. */
export type RangeAnswer = "thousands" | "fraction" | "none";

const otherMark = (mark: DecimalMark): DecimalMark => (mark === "." ? "," : ".");
const isOpen = ({ km }: RangeCell): boolean => km["."] !== undefined && km[","] !== undefined && km["."] !== km[","];

/** The one decimal mark that some number of a column can only be read by; undefined where there is none, or both. */
function decimalMarkOf(cells: readonly RangeCell[]): DecimalMark | undefined {
  const hasPoint = cells.some(({ km }) => km[","] === undefined);
  const hasComma = cells.some(({ km }) => km["."] === undefined);
  return hasPoint === hasComma ? undefined : hasPoint ? "." : ",";
}

/** The user's own system for a range, the same one for the same range; undefined where there is no room for one more. */
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
  // All drafts of a cell come of one row, and have the same systems.
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
 * Gives the drafts their ranges once the whole file is read, and leaves a question for the cells that can mean two things.
 *
 * @param fileMark the decimal mark that the file's other numbers show it to use
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

/** Kilometres of a cell under an answer. */
export function kmOfAnswer(cell: RangeCell, mark: DecimalMark, answer: RangeAnswer): number | undefined {
  return answer === "none" ? undefined : cell.km[answer === "fraction" ? mark : otherMark(mark)];
}

/**
 * What comes in once the questions are answered.
 *
 * @param answers one for each question, in their order
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
