import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { type LanguageCode, LANGUAGES } from "../../src/i18n/languages.ts";
import { basemapImageIds, buildBasemapImages } from "../../src/map/basemapImages.ts";
import { basemapPalette, type BasemapPalette, type BasemapTheme } from "../../src/map/basemapPalette.ts";
import { RangeOrWholeSource } from "../../src/map/basemapSource.ts";
import {
  basemapCredit,
  basemapLayerIds,
  basemapSourceId,
  buildBasemapStyle,
  firstLabelLayerId,
  firstLineLayerId,
} from "../../src/map/basemapStyle.ts";

const themes: BasemapTheme[] = ["light", "dark", "print"];
const build = (language: LanguageCode = "en", theme: BasemapTheme = "light") =>
  buildBasemapStyle({ language, theme, baseUrl: "https://example.org/a/b/" });

describe("buildBasemapStyle", () => {
  it.each(LANGUAGES.flatMap((language) => themes.map((theme) => ({ language, theme }))))(
    "is a valid style in $language, $theme",
    ({ language, theme }) => {
      expect(validateStyleMin(build(language, theme))).toEqual([]);
    },
  );
  it("has its layers in the order of basemapLayerIds, labels last", () => {
    const ids = build().layers.map((l) => l.id);
    expect(ids).toEqual(Object.values(basemapLayerIds));
    const firstLabel = ids.indexOf(firstLabelLayerId);
    expect(build().layers.map((l) => l.type === "symbol")).toEqual(ids.map((_, i) => i >= firstLabel));
    expect(ids.indexOf(firstLineLayerId)).toBeLessThan(firstLabel);
  });
  it("requests only the archive below the base address", () => {
    const text = JSON.stringify({
      ...build(),
      sources: { basemap: { ...build().sources["basemap"], attribution: "" } },
    });
    expect(text.match(/[a-z]+:\/\/[^"]*/g)).toEqual([
      "pmtiles://https://example.org/a/b/basemap/world.pmtiles/{z}/{x}/{y}",
    ]);
    expect(build().glyphs).toBeUndefined();
    expect(build().sprite).toBeUndefined();
  });
  it("dashes only disputed borders", () => {
    const dashed = build()
      .layers.filter((l) => l.type === "line" && l.paint?.["line-dasharray"] !== undefined)
      .map((l) => l.id);
    expect(dashed).toEqual([basemapLayerIds.admin1, basemapLayerIds.disputed]);
  });
  it("credits both sources", () => {
    const { attribution = "" } = build().sources[basemapSourceId] as { attribution?: string };
    expect(attribution.replace(/<[^>]+>/g, "")).toBe(basemapCredit);
  });
  it("shows names in the requested language, and in English where there is none", () => {
    expect(JSON.stringify(build("vi").layers)).toContain('["coalesce",["get","name_vi"],["get","name_en"]]');
    expect(JSON.stringify(build("vi").layers)).not.toContain("name_uk");
  });
  it("sets the projection", () => {
    expect(build().projection).toEqual({ type: "mercator" });
    expect(buildBasemapStyle({ language: "en", theme: "dark", baseUrl: "/", projection: "globe" }).projection).toEqual({
      type: "globe",
    });
  });
});

describe("palette", () => {
  const pairs: [keyof BasemapPalette, keyof BasemapPalette][] = [
    ["countryLabel", "land"],
    ["admin1Label", "land"],
    ["placeLabel", "land"],
    ["placeLabel", "water"],
    ["placeLabelMinor", "land"],
    ["placeLabelMinor", "water"],
    ["seaLabel", "water"],
  ];
  it.each(themes.flatMap((theme) => pairs.map(([ink, ground]) => ({ theme, ink, ground }))))(
    "$theme: $ink on $ground has 4.5:1",
    ({ theme, ink, ground }) => {
      expect(contrast(basemapPalette[theme][ink], basemapPalette[theme][ground])).toBeGreaterThanOrEqual(4.5);
    },
  );
  it("is grey for print", () => {
    for (const color of Object.values(basemapPalette.print)) expect(color).toMatch(/^#(..)\1\1$/);
  });
});

describe("buildBasemapImages", () => {
  it("draws every image of the style, opaque inside and transparent at the corner", () => {
    const images = buildBasemapImages("light", 3);
    expect(images.map((i) => i.id).sort()).toEqual(Object.values(basemapImageIds).sort());
    for (const { width, height, data, pixelRatio } of images) {
      expect(pixelRatio).toBe(3);
      expect(data.length).toBe(width * height * 4);
      expect(data[((height >> 1) * width + (width >> 1)) * 4 + 3]).toBe(255);
      expect(data[3]).toBe(0);
    }
  });
});

describe("RangeOrWholeSource", () => {
  const file = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
  const server = (answer: (offset: number, end: number, ranged: boolean) => Response) => {
    const calls: string[] = [];
    const fetcher: typeof fetch = (_, init) => {
      const range = new Headers(init?.headers).get("range") ?? "";
      calls.push(range);
      const [, offset = "0", end = "999"] = /bytes=(\d+)-(\d+)/.exec(range) ?? [];
      return Promise.resolve(answer(Number(offset), Number(end), range !== ""));
    };
    return { calls, source: new RangeOrWholeSource("world.pmtiles", fetcher) };
  };
  const bytes = (response: { data: ArrayBuffer }) => [...new Uint8Array(response.data)];

  it("reads ranges if the server supports them", async () => {
    const { calls, source } = server(
      (offset, end) =>
        new Response(file.slice(offset, end + 1), {
          status: 206,
          headers: { "content-range": `bytes ${offset}-${end}/1000`, etag: '"a"' },
        }),
    );
    expect(bytes(await source.getBytes(100, 5))).toEqual([100, 101, 102, 103, 104]);
    expect(bytes(await source.getBytes(300, 2))).toEqual([49, 50]);
    expect(calls).toEqual(["bytes=100-104", "bytes=300-301"]);
  });
  it("keeps the whole file if the server sends it, and makes no further requests", async () => {
    const { calls, source } = server(() => new Response(file, { status: 200 }));
    expect(bytes(await source.getBytes(100, 5))).toEqual([100, 101, 102, 103, 104]);
    expect(bytes(await source.getBytes(300, 2))).toEqual([49, 50]);
    expect(calls.length).toBe(1);
  });
  it("requests the whole file if the range is refused", async () => {
    const { calls, source } = server((_, __, ranged) =>
      ranged ? new Response(null, { status: 416 }) : new Response(file, { status: 200 }),
    );
    expect(bytes(await source.getBytes(100, 3))).toEqual([100, 101, 102]);
    expect(calls).toEqual(["bytes=100-102", ""]);
  });
  it("reports what failed", async () => {
    const { source } = server(() => new Response("no", { status: 404 }));
    await expect(source.getBytes(0, 10)).rejects.toThrow("world.pmtiles answered 404");
  });
  it("notices a file that was replaced on the server", async () => {
    const { source } = server(
      (offset, end) =>
        new Response(file.slice(offset, end + 1), {
          status: 206,
          headers: { "content-range": `bytes ${offset}-${end}/1000`, etag: '"b"' },
        }),
    );
    await expect(source.getBytes(0, 10, undefined, '"a"')).rejects.toThrow("has changed");
  });
});

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
