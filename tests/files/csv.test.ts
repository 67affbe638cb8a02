import { array, assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { toComparisonCsv, toCsvText } from "../../src/files/csv.ts";
import { catalog, parsedFigure, pointJson } from "../samples.ts";

/** An independent RFC 4180 parser to check the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (quoted) {
      if (character === '"' && text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else if (character === '"') quoted = false;
      else cell += character;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      row.push(cell);
      cell = "";
    } else if (character === "\r" && text[index + 1] === "\n") {
      row.push(cell);
      rows.push(row);
      [row, cell] = [[], ""];
      index += 1;
    } else cell += character;
  }
  return rows;
}

describe("CSV", () => {
  it("round-trips every text, with an apostrophe only before formulas", () => {
    assert(
      property(array(array(string({ unit: "grapheme" }), { minLength: 1 }), { minLength: 1 }), (rows) => {
        const back = readCsv(toCsvText(rows));
        expect(back).toEqual(
          rows.map((row) => row.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell))),
        );
      }),
    );
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])("disarms %j", (text) => {
    expect(readCsv(toCsvText([[text]]))[0]![0]!.startsWith("'")).toBe(true);
  });

  it("does not change numbers", () => {
    expect(toCsvText([[-5, 0.5]])).toBe("-5,0.5\r\n");
  });

  it("has a byte order mark only on request", () => {
    expect(toCsvText([["a"]], { byteOrderMark: true }).charCodeAt(0)).toBe(0xfeff);
    expect(toCsvText([["a"]]).charCodeAt(0)).toBe(97);
  });

  it("has one row per system, longest range first, with its source, in the figure's language", () => {
    const { figure, translate } = parsedFigure({
      launchPoints: [pointJson("a", [0, 0], ["atacms", "tomahawk"]), pointJson("b", [1, 1], ["atacms", "mine"])],
      customSystems: [{ id: "mine", name: '=cmd|"/c calc"', rangeKm: { min: 10, max: 20 } }],
      display: { language: "vi" },
    });
    const rows = readCsv(toComparisonCsv(figure, catalog, translate));
    const [header, ...body] = rows;
    expect(header?.[5]).toBe("Tầm bắn, km");
    expect(body.map((row) => row[0])).toEqual(["tomahawk", "atacms", "mine"]);
    expect(body[1]?.slice(5, 7)).toEqual(["300", ""]);
    expect(body[1]?.[12]).toBe("2");
    expect(body[2]?.slice(5, 7)).toEqual(["20", "10"]);
    expect(body[2]?.[1]).toBe('\'=cmd|"/c calc"');
    for (const row of body) {
      expect(row).toHaveLength(header!.length);
      expect(row[13]).not.toBe("");
    }
  });
});
