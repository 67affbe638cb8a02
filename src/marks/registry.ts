import { bandMark } from "./band.ts";
import { coverageMark } from "./coverage.ts";
import type { MarkItem } from "./drawn.ts";
import { flatCircleMark } from "./flatCircle.ts";
import { launchAreaMark } from "./launchArea.ts";
import { launchPointMark } from "./launchPoint.ts";
import type { BuildContext, Mark, MarkItems } from "./mark.ts";
import { ringMark } from "./ring.ts";
import { treatyMark } from "./treaty.ts";

/** All marks in drawing order, bottom to top. Maps, pictures and data files use this order. */
export const MARKS: readonly Mark[] = [
  bandMark,
  launchAreaMark,
  treatyMark,
  flatCircleMark,
  ringMark,
  coverageMark,
  launchPointMark,
];

export const buildMarks = (context: BuildContext): MarkItems[] =>
  MARKS.map((mark) => ({ mark, items: mark.build(context) }));

/** The items of one mark, with the type that it builds; empty if the figure has none. */
export function itemsOf<Item extends MarkItem>(marks: readonly MarkItems[], mark: Mark<Item>): readonly Item[] {
  const found = marks.find((each) => each.mark === (mark as Mark));
  return (found?.items ?? []) as readonly Item[];
}
