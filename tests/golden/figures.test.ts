import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIGURE_NAMES, figureFile, renderFigure } from "./renderFigure.ts";

/** The first lines that differ, before and after, which shows the change without 300 KB of path data. */
function firstDifference(before: string, after: string): string {
  const [a, b] = [before.split("\n"), after.split("\n")];
  const at = a.findIndex((line, index) => line !== b[index]);
  if (at < 0) return a.length === b.length ? "" : `${b.length - a.length} lines more at the end`;
  const cut = (line: string | undefined) =>
    line === undefined ? "(nothing)" : line.length > 160 ? `${line.slice(0, 160)}…` : line;
  return `line ${at + 1}\n- ${cut(a[at])}\n+ ${cut(b[at])}\nnpm run figures shows both; npm run figures -- --update takes the new one`;
}

describe("reference figures are drawn as committed", () => {
  it.each(FIGURE_NAMES)("%s", async (name) => {
    const drawn = await renderFigure(name);
    expect(firstDifference(readFileSync(figureFile(name, "svg"), "utf8"), drawn)).toBe("");
  });
});
