import { describe, expect, it } from "vitest";
import { SLOTS } from "../../../src/picture/layout/slots.ts";
import { buildScene } from "../../../src/picture/scene/scene.ts";
import type { PathShape } from "../../../src/picture/scene/shapes.ts";
import { KYIV, pointJson, ringsOf } from "../../samples.ts";
import { boxOfText, groupOf, overlap, pointsOf, sceneOf, shapesOf, textsOf } from "../picture.ts";

const LONG = {
  vi: "Điểm phóng minh họa ở phía đông nam thành phố Hồ Chí Minh",
  uk: "Умовна точка пуску поблизу Новоград-Волинського району",
};
const own = (id: string, km: number, name: string) => ({ id, name, rangeKm: { min: km, max: km } });

/** Maps that pictures are hard for. */
const SCENARIOS: Record<string, Record<string, unknown>> = {
  "300 beside 2,400 km": {
    launchPoints: [pointJson("p1", KYIV, ["short", "long"], "Kyiv")],
    customSystems: [own("short", 300, "Short"), own("long", 2400, "Long")],
  },
  "three capitals": {
    launchPoints: [
      pointJson("p1", KYIV, ["atacms"], "Kyiv"),
      pointJson("p2", [21.01, 52.23], ["atacms"], "Warsaw"),
      pointJson("p3", [26.1, 44.43], ["atacms"], "Bucharest"),
    ],
  },
  antimeridian: { launchPoints: [pointJson("p1", [179.5, -17], ["tomahawk"], "Fiji")] },
  pole: { launchPoints: [pointJson("p1", [18, 88], ["tomahawk"], "Ice")] },
  "air defence alone": { launchPoints: [pointJson("p1", KYIV, ["patriot", "nasams"], "Kyiv")] },
  "60 points": {
    launchPoints: Array.from({ length: 60 }, (_, index) =>
      pointJson(`p${index}`, [20 + (index % 10) * 2, 44 + Math.floor(index / 10) * 1.5], ["atacms"], `Point ${index}`),
    ),
  },
  "long Vietnamese names": {
    title: "Tầm bắn đã công bố của các hệ thống tên lửa từ một điểm minh họa",
    display: { language: "vi" },
    launchPoints: [pointJson("p1", [106.7, 10.8], ["atacms", "tomahawk"], LONG.vi)],
  },
  "long Ukrainian names": {
    title: "Оприлюднена дальність ракетних систем від умовної точки пуску",
    display: { language: "uk" },
    launchPoints: [pointJson("p1", KYIV, ["atacms", "storm-shadow", "patriot"], LONG.uk)],
  },
};

/** A sample of scenarios × slots × themes, each of which occurs; languages come with the scenarios. */
const CASES = [
  ["300 beside 2,400 km", "wide", "light"],
  ["300 beside 2,400 km", "single", "print"],
  ["three capitals", "double", "light"],
  ["antimeridian", "square", "dark"],
  ["pole", "full", "light"],
  ["air defence alone", "single", "print"],
  ["60 points", "a4", "light"],
  ["long Vietnamese names", "story", "dark"],
  ["long Ukrainian names", "wide", "light"],
] as const;

describe.each(CASES)("a picture of %s, %s, %s", (scenario, slotId, theme) => {
  const slot = SLOTS.find(({ id }) => id === slotId)!;
  const { width, height, layoutWidth, medium } = slot;
  const { figure, options } = sceneOf(SCENARIOS[scenario]!, {
    width,
    height,
    layoutWidth,
    medium,
    theme,
    projection: undefined,
  });
  const built = buildScene(figure, options);

  it("has no name on another, on a line of a ring or beyond the frame", async () => {
    const { labels, rings, frame } = await built;
    const [left, top, right, bottom] = frame;
    const names = textsOf(shapesOf(labels)).map((text) => ({ text: text.text, box: boxOfText(text) }));
    expect(names.length).toBeGreaterThan(0);
    const overlapping = names.flatMap(({ text, box }, index) =>
      names.slice(index + 1).flatMap((other) => (overlap(box, other.box) ? [[text, other.text]] : [])),
    );
    expect(overlapping).toEqual([]);
    expect(
      names.filter(({ box }) => box[0] < 0 || box[1] < 0 || box[2] > right - left || box[3] > bottom - top),
    ).toEqual([]);
    // The name of a ring may interrupt its own line with its halo; no other name may touch one.
    const ringNames = new Set(textsOf(shapesOf(groupOf(labels, "ring-labels"))).map(({ text }) => text));
    // The inset is painted over the lines of the main map, so only lines of a map without one are in sight throughout.
    if (groupOf(rings, "inset").items.length > 0) return;
    const lines = shapesOf(rings)
      .filter((shape): shape is PathShape => shape.type === "path" && shape.fill === undefined)
      .flatMap(({ data }) => pointsOf(data));
    const onLine = names.filter(
      ({ text, box }) => !ringNames.has(text) && lines.some((line) => line.some((point) => isIn(point, box))),
    );
    expect(onLine.map(({ text }) => text)).toEqual([]);
  });

  it("sets no type that is too small for its slot", async () => {
    const { labels, mapElements } = await built;
    const sizes = textsOf([...shapesOf(labels), ...shapesOf(mapElements)]).map(({ size }) => size);
    const least = Math.min(...sizes);
    expect(medium === "print" ? least * (72 / 96) : least).toBeGreaterThanOrEqual(
      (medium === "print" ? 6.5 : 11) - 1e-9,
    );
    if (slotId === "square" || slotId === "story")
      expect((least * width) / layoutWidth).toBeGreaterThanOrEqual(28 - 1e-9);
  });

  it("names every ring on the map or in the key, and credits every source and the map", async () => {
    const { labels, mapElements } = await built;
    const said = textsOf([...shapesOf(labels), ...shapesOf(mapElements)])
      .map(({ text }) => text)
      .join(" ");
    for (const { system } of ringsOf(figure)) expect(said).toContain(system.shortName);
    for (const { publisher } of figure.sources) expect(said).toContain(publisher);
    expect(said).toContain(options.translate("credits.map").slice(0, 18));
  });

  it("shows every ring complete", async () => {
    const { rings, frame } = await built;
    const [width, height] = [frame[2] - frame[0], frame[3] - frame[1]];
    const lines = shapesOf({
      id: "main",
      items: rings.items.filter((item) => !("id" in item && item.id.startsWith("inset"))),
    });
    const vertices = lines.flatMap((shape) =>
      shape.type === "path" && shape.fill === undefined && shape.name?.startsWith("ring:")
        ? pointsOf(shape.data).flat()
        : [],
    );
    expect(vertices.length).toBeGreaterThan(20);
    expect(vertices.filter(([x, y]) => x < 0 || y < 0 || x > width || y > height)).toEqual([]);
  });
});

const isIn = ([x, y]: readonly [number, number], [left, top, right, bottom]: readonly number[]): boolean =>
  x > left! && x < right! && y > top! && y < bottom!;
