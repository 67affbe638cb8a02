import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { headlineBandOf } from "../../src/catalog/bands.ts";
import { catalog } from "../../src/catalog/catalog.ts";
import { ChangesFileSchema } from "../../src/catalog/changes.ts";
import { asOf, type FormerEdition, toFormerEdition } from "../../src/catalog/formerEdition.ts";
import { findFigure, findSource, findSystem, headlinesOf, sourceNameOf } from "../../src/catalog/lookups.ts";

const data = new URL("../../data/", import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), "utf8"));
const { editions } = ChangesFileSchema.parse(readJson("changes.json"));
const kept = readdirSync(new URL("editions/", data)).map((name) => name.replace(/\.json$/, ""));

describe("former editions", () => {
  it("are kept, each that another has replaced, and no other", () => {
    expect(kept.toSorted()).toEqual(editions.map(({ replaces }) => replaces).toSorted());
  });

  it.each(editions)(
    "$replaces: is what the record of changes says that $version has changed",
    ({ replaces, changes }) => {
      const then = asOf(readJson(`editions/${replaces}.json`) as FormerEdition, catalog);
      expect(then.version).toBe(replaces);
      for (const { system: id, variant, what, before } of changes) {
        const system = findSystem(then, id) ?? expect.fail(`no system ${id}`);
        for (const { figure: figureId, rangeKm, qualifier, source } of before) {
          const figure = findFigure(then, figureId)?.figure ?? expect.fail(`no figure ${figureId}`);
          expect(figure).toMatchObject({ rangeKm, qualifier });
          const page = findSource(then, figure.source) ?? expect.fail(figure.source);
          // An article of the first edition had neither publisher nor title.
          expect([sourceNameOf(page), page.id, `article ${page.id}`]).toContain(source);
        }
        if (what === "headline" && before.length > 0)
          expect(headlinesOf(system, variant).map((figure) => figure.id)).toEqual(before.map(({ figure }) => figure));
      }
    },
  );

  it("has the spreads that the first edition's maps printed", () => {
    const first = asOf(readJson("editions/2026.11.0.json") as FormerEdition, catalog);
    // From the files that the first edition saved.
    const printed = { patriot: [45, 160], "storm-shadow": [250, 560], tomahawk: [460, 2500] };
    for (const [id, ends] of Object.entries(printed)) {
      const band = headlineBandOf(findSystem(first, id) ?? expect.fail(id));
      expect([band?.low.km, band?.high.km]).toEqual(ends);
    }
  });

  it("hold every source that their figures have, and those alone", () => {
    const edition = toFormerEdition(catalog);
    const used = new Set(edition.systems.flatMap(({ figures }) => figures.map(({ source }) => source)));
    expect(new Set(edition.sources.map(({ id }) => id))).toEqual(used);
    expect(asOf(edition, catalog).referenceDistances).toEqual(catalog.referenceDistances);
  });
});
