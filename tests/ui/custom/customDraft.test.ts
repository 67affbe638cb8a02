import { describe, expect, test } from "vitest";
import { CustomSystemSchema } from "../../../src/scenario/scenario.ts";
import { type CustomDraft, readDraft, toDraft } from "../../../src/ui/custom/customDraft.ts";
import type { LanguageCode } from "../../../src/i18n/languages.ts";
import { translates } from "../../i18n/translates.ts";

const draft: CustomDraft = { name: "Example", min: "300", max: "", kind: "other", color: "#8a1c7c", source: "" };
const read = (change: Partial<CustomDraft>, units: "km" | "mi" | "nmi" = "km", language: LanguageCode = "en") =>
  readDraft({ ...draft, ...change }, "x1", { units, translate: translates[language] });

/** The first error message. */
function errorOf(change: Partial<CustomDraft>): string | undefined {
  const result = read(change);
  if (!("errors" in result)) return undefined;
  const error = Object.values(result.errors)[0];
  return error && translates.en(error.id, error.values);
}

describe("the form of a custom system", () => {
  test("reads one number as a range and two as a band, in the unit of the page", () => {
    expect(read({})).toEqual({
      system: { id: "x1", name: "Example", rangeKm: { min: 300, max: 300 }, kind: "other", color: "#8a1c7c" },
    });
    expect(read({ min: "1,000", max: "1,500" }, "mi")).toMatchObject({
      system: { rangeKm: { min: 1609.344, max: 2414.016 } },
    });
    expect(read({ min: "2.400" }, "km", "vi")).toMatchObject({ system: { rangeKm: { min: 2400, max: 2400 } } });
    expect(read({ source: " Reuters, 2024 " })).toMatchObject({ system: { source: "Reuters, 2024" } });
  });

  test("only accepts what the scenario's schema accepts", () => {
    const result = read({ max: "500" });
    expect("system" in result && CustomSystemSchema.safeParse(result.system).success).toBe(true);
  });

  test.each([
    [{ name: "  " }, "Enter a name"],
    [{ min: "abc" }, "Range “abc” is not a number of km"],
    [{ min: "" }, "Enter a range in km"],
    [{ min: "0" }, "Range “0” must be over 0 km"],
    [{ min: "25,000" }, "Range “25,000” is over 20,000 km"],
    [{ max: "-5" }, "Range “-5” is not a number"],
    [{ min: "500", max: "300" }, "Range “500” is larger than its upper limit “300”"],
    [{ color: "#ffff00" }, "Colour #ffff00 is too light"],
  ])("%j: the error names the field and its value", (change, words) => expect(errorOf(change)).toContain(words));

  test("an edit that does not touch the range keeps the exact kilometres in any unit", () => {
    const system = { id: "x1", name: "Example", rangeKm: { min: 333.333_333, max: 1234.567_89 }, color: "#8a1c7c" };
    for (const units of ["km", "mi", "nmi"] as const) {
      const context = { units, translate: translates.uk, before: system };
      const result = readDraft(toDraft(system, "#000000", units, translates.uk), "x1", context);
      expect(result).toMatchObject({ system: { rangeKm: system.rangeKm } });
    }
  });
});
