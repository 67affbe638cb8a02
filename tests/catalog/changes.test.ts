import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ChangesFileSchema } from "../../src/catalog/changes.ts";
import { changesSince } from "../../src/catalog/changesSince.ts";
import { changesText } from "../../src/catalog/changesText.ts";
import { catalog } from "../../src/catalog/catalog.ts";
import { findFigure, headlinesOf } from "../../src/catalog/lookups.ts";

const read = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8");
const changes = ChangesFileSchema.parse(JSON.parse(read("changes.json")));

describe("data/changes.json", () => {
  it("has the catalogue's current edition as the newest", () => {
    expect(changes.editions[0]).toMatchObject({ edition: catalog.edition, version: catalog.version });
  });

  it("agrees with the catalogue on each figure that was added or changed", () => {
    const after = changes.editions[0]?.changes.flatMap((change) => change.after) ?? [];
    expect(after.length).toBeGreaterThan(30);
    for (const { figure: id, rangeKm, qualifier, variant, targetClass } of after)
      expect(findFigure(catalog, id)?.figure, id).toMatchObject({
        rangeKm,
        qualifier,
        ...(variant !== undefined && { variant }),
        ...(targetClass !== undefined && { targetClass }),
      });
  });

  it("does not list an existing figure as dropped", () => {
    const gone = (changes.editions[0]?.changes ?? []).filter(
      ({ what, after }) => what === "figure" && after.length === 0,
    );
    expect(gone.length).toBeGreaterThan(10);
    for (const { before } of gone)
      for (const { figure } of before) expect(findFigure(catalog, figure), figure).toBeUndefined();
  });

  it("agrees with the catalogue's headlines", () => {
    for (const { what, system: id, variant, after } of changes.editions[0]?.changes ?? []) {
      const system = catalog.systems.find((one) => one.id === id) ?? expect.fail(`no system ${id}`);
      if (what === "headline" && after.length > 0)
        expect(after.map(({ figure }) => figure)).toEqual(headlinesOf(system, variant).map((figure) => figure.id));
    }
  });

  it("matches data/CHANGES.md (npm run schemas)", () => {
    expect(read("CHANGES.md")).toBe(changesText(changes));
  });

  it("has no unused reason", () => {
    const used = new Set(changes.editions.flatMap((edition) => edition.changes.map(({ why }) => why)));
    expect(Object.keys(changes.reasons).filter((key) => !used.has(key))).toEqual([]);
  });

  it("rejects an unknown reason", () => {
    const [edition, ...others] = changes.editions;
    const [change] = edition?.changes ?? [];
    const broken = { ...changes, editions: [{ ...edition, changes: [{ ...change, why: "because" }] }, ...others] };
    expect(ChangesFileSchema.safeParse(broken).error?.issues[0]).toMatchObject({
      path: ["editions", 0, "changes", 0, "why"],
      message: expect.stringContaining("is not one of the reasons") as string,
    });
  });
});

describe("changesSince", () => {
  it("explains why Patriot's solid line became two", () => {
    const [headline] = changesSince(changes, "patriot", "2026.11.0");
    expect(headline).toMatchObject({ what: "headline", before: [{ rangeKm: { max: 160 } }] });
    expect(headline?.after.map(({ targetClass, rangeKm }) => [targetClass, rangeKm.max])).toEqual([
      ["aircraft", 150],
      ["ballistic", 40],
    ]);
    expect(headline?.reason.en).toContain("each class of target");
  });

  it("reports a variant's headline, but not another variant's", () => {
    const found = changesSince(changes, "atacms/block-i", "2026.11.0").filter(({ what }) => what === "headline");
    expect(found.map(({ variant }) => variant)).toEqual(["block-i"]);
  });

  it("reports nothing for a map saved with this edition, and everything for one of an unlisted edition", () => {
    expect(changesSince(changes, "patriot", catalog.version)).toEqual([]);
    expect(changesSince(changes, "patriot", "2020.1.0")).toEqual(changesSince(changes, "patriot", "2026.11.0"));
  });
});
