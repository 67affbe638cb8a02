import { LANGUAGES } from "../../src/i18n/languages.ts";
import { unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { EXPORT_FORMATS, findFormat } from "../../src/files/formats.ts";
import { contextOf } from "../picture/picture.ts";
import { pointJson, translateTo } from "../samples.ts";
import { itemsOf } from "../../src/marks/registry.ts";
import { ringMark } from "../../src/marks/ring.ts";

vi.setConfig({ testTimeout: 30_000 });

const parts = {
  title: "Bốn hệ thống",
  launchPoints: [pointJson("p1", [105.85, 21.03], ["atacms", "patriot"], "Hà Nội")],
  display: { language: "vi" },
};
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("the registry of formats", () => {
  it("has unique ids and names, in every language", () => {
    expect(new Set(EXPORT_FORMATS.map(({ id }) => id)).size).toBe(EXPORT_FORMATS.length);
    for (const language of LANGUAGES)
      for (const { label } of EXPORT_FORMATS) expect(translateTo(language)(label)).not.toBe(label);
    expect(findFormat("svg")?.extension).toBe("svg");
    expect(findFormat("doc")).toBeUndefined();
  });

  it.each(EXPORT_FORMATS.map(({ id }) => id))("exports a figure and an empty figure as %s", async (id) => {
    for (const each of [parts, { launchPoints: [] }])
      expect((await findFormat(id)!.run(contextOf(each))).length).toBeGreaterThan(20);
  });
});

/** Property names that every JavaScript object has. */
const OWN = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

describe("ids that equal built-in property names", () => {
  const own = {
    launchPoints: OWN.map((id, index) => ({ ...pointJson(id, [index, index], OWN, id), group: id })),
    customSystems: OWN.map((id) => ({ id, name: id, rangeKm: { min: 10, max: 20 } })),
    display: { treaties: OWN },
  };

  it.each(EXPORT_FORMATS.map(({ id }) => id))("are exported as %s like any others", async (id) => {
    const made = latin1((await findFormat(id)!.run(contextOf(own))) as Uint8Array);
    expect(made.length).toBeGreaterThan(50);
    expect(made).not.toMatch(/native code|\[object Object\]|>undefined</);
  });

  it("are drawn in colour", () => {
    const { figure } = contextOf(own);
    const rings = itemsOf(figure.marks, ringMark);
    expect(rings).toHaveLength(OWN.length ** 2);
    for (const { inks } of rings)
      for (const { line, text } of Object.values(inks))
        expect([line, text].join()).toMatch(/^#[0-9a-f]{6},#[0-9a-f]{6}$/);
  });
});

describe("PDF", () => {
  it("has title, language and alternative text, and embeds its fonts", async () => {
    const pdf = latin1(await (findFormat("pdf")!.run(contextOf(parts)) as Promise<Uint8Array>));
    expect(pdf).toContain("/Lang (vi)");
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toMatch(/\/Alt <feff|\/Alt \(/i);
    expect(pdf.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(2);
    expect(pdf.match(/\/Type \/OCG/g)).toHaveLength(4);
    expect(pdf).toContain("/MediaBox [0 0 600 450]");
  });

  it("has the size on paper that follows from its resolution", async () => {
    const pdf = latin1(
      await (findFormat("pdf")!.run(contextOf(parts, { width: 3508, height: 2480, dpi: 300 })) as Promise<Uint8Array>),
    );
    expect(pdf).toMatch(/\/MediaBox \[0 0 841\.92 595\.2\]/);
  });
});

describe("text of an SVG", () => {
  it("becomes outlines on request, with no text left", async () => {
    const svg = String(await findFormat("svg")!.run(contextOf(parts, { text: "outlined" })));
    expect(svg.includes("<text")).toBe(false);
    expect(svg.includes("<title>Hà Nội</title>")).toBe(true);
    // The outlines are where the text was: every point of the title is in its box.
    const title = /<path d="([^"]*)"><title>Bốn hệ thống</.exec(svg)?.[1] ?? "";
    const numbers = [...title.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
    expect(Math.min(...numbers)).toBeGreaterThan(10);
    expect(Math.max(...numbers)).toBeLessThan(400);
  });

  it("embeds the required fonts on request, and no others", async () => {
    const svg = String(await findFormat("svg")!.run(contextOf(parts, { text: "embedded" })));
    const faces = svg.match(/@font-face/g)?.length ?? 0;
    expect(faces).toBeGreaterThanOrEqual(4);
    expect(svg.length).toBeLessThan(1_500_000);
    expect(svg.includes("U+0400")).toBe(false);
  });
});

describe("the bundle", () => {
  it("contains picture, texts, data, scenario and the edition of the catalogue", async () => {
    const files = unzipSync(await (findFormat("bundle")!.run(contextOf(parts)) as Promise<Uint8Array>));
    expect(Object.keys(files).sort()).toEqual([
      "about.json",
      "alt-text.txt",
      "caption.txt",
      "comparison.csv",
      "picture.pdf",
      "picture.png",
      "picture.svg",
      "ranges.geojson",
      "ranges.kml",
      "scenario.json",
      "sources.txt",
    ]);
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(JSON.parse(text("about.json"))).toMatchObject({
      catalogVersion: expect.stringMatching(/^\d{4}\./),
      language: "vi",
    });
    expect(text("alt-text.txt")).toContain("ATACMS");
    expect(text("caption.txt")).toContain("minh họa");
    expect(text("sources.txt")).toContain("Patriot");
  });
});
