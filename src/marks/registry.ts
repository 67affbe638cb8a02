import { bandMark } from "./band.ts";
import { coverageMark } from "./coverage.ts";
import type { MarkItem } from "./drawn.ts";
import { flatCircleMark } from "./flatCircle.ts";
import { launchAreaMark } from "./launchArea.ts";
import { launchPointMark } from "./launchPoint.ts";
import { type BuildContext, type Mark, MarkItems } from "./mark.ts";
import { ringMark } from "./ring.ts";
import { treatyMark } from "./treaty.ts";

const marks: Mark[] = [
  bandMark,
  launchAreaMark,
  treatyMark,
  flatCircleMark,
  ringMark,
  coverageMark,
  launchPointMark,
] as Mark[];

/**
 * All marks in drawing order, bottom to top. Maps, pictures and data files use this order. Those of noteMarks.ts are among them once that file
 * has been imported.
 */
export const MARKS: readonly Mark[] = marks;

/** Whether the marks of noteMarks.ts are registered. */
export const hasNoteMarks = (): boolean => marks[0] !== bandMark;

/** Registers marks that the first load leaves out: some under all others, some over all but launch points. */
export function addNoteMarks({ under, over }: { under: readonly Mark[]; over: readonly Mark[] }): void {
  if (hasNoteMarks()) return;
  marks.unshift(...under);
  marks.splice(marks.indexOf(launchPointMark as Mark), 0, ...over);
}

export const buildMarks = (context: BuildContext): MarkItems[] => MARKS.map((mark) => new MarkItems(mark, context));

/** Everything that a figure holds of one mark, as data files list it: on a crowded map, more than is shown. */
export function allItemsOf<Item extends MarkItem>(marks: readonly MarkItems[], mark: Mark<Item>): readonly Item[] {
  const found = marks.find((each) => each.mark === (mark as Mark));
  return (found ? [...found.items, ...found.makeOthers()] : []) as MarkItem[] as Item[];
}

/** The items of one mark, with the type that it builds; empty if the figure has none. */
export function itemsOf<Item extends MarkItem>(marks: readonly MarkItems[], mark: Mark<Item>): readonly Item[] {
  const found = marks.find((each) => each.mark === (mark as Mark));
  return (found?.items ?? []) as readonly Item[];
}
