import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { QUALIFIERS, PRINTED_UNITS, PLATFORMS, DATE_ORIGINS, COPY_KINDS } from "../../src/catalog/vocabulary.ts";

const form = readFileSync(new URL("../../.github/ISSUE_TEMPLATE/report-a-figure.yml", import.meta.url), "utf8");

/** The options of a drop-down list of the form. */
function optionsOf(id: string): string[] {
  const part =
    form.split(/^ {2}- type: /m).find((field) => field.includes(`id: ${id}\n`)) ?? expect.fail(`no field ${id}`);
  return [...part.matchAll(/^ {8}- (.*)$/gm)].map(([, option = ""]) => option);
}

describe("the form that reports a figure", () => {
  it("asks for every field of a figure and of its source", () => {
    const ids = [...form.matchAll(/^ {4}id: (.*)$/gm)].map(([, id]) => id);
    expect(ids).toEqual(
      expect.arrayContaining(
        "system variant as-printed qualifier unit target-class launch-mode credited-to via publisher url archive language date date-from accessed copy quote".split(
          " ",
        ),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("offers every choice of the catalogue", () => {
    expect(optionsOf("qualifier")).toHaveLength(QUALIFIERS.length);
    expect(optionsOf("unit")).toEqual([...PRINTED_UNITS]);
    expect(optionsOf("launch-mode")).toEqual(expect.arrayContaining([...PLATFORMS]));
    // The form has one more option for "not known", and two more kinds of copy: the publisher's own page and an archive's.
    expect(optionsOf("date-from")).toHaveLength(DATE_ORIGINS.length + 1);
    expect(optionsOf("copy")).toHaveLength(COPY_KINDS.length + 2);
  });
});
