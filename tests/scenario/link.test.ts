import { readFileSync } from "node:fs";
import { deflateSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLinkHash, MAX_LINK_LENGTH, parseLinkHash, toLinkHash } from "../../src/scenario/link.ts";
import { type LaunchPoint, type Scenario, ScenarioSchema } from "../../src/scenario/scenario.ts";

const SYSTEMS = ["atacms", "storm-shadow", "scalp-eg", "tomahawk", "patriot", "nasams"];
const hashOf = (scenario: Scenario): string => {
  const made = toLinkHash(scenario);
  if ("problem" in made) throw new Error(JSON.stringify(made.problem));
  return made.hash;
};
const pointsOf = (count: number, name: (index: number) => string): LaunchPoint[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    name: name(index),
    // With all digits of a double, as after a click on the map.
    geometry: {
      type: "Point",
      coordinates: [
        ((Math.sin(index * 12.9898) * 43758.5453) % 1) * 180,
        ((Math.sin(index * 78.233) * 24634.6345) % 1) * 85,
      ],
    },
    systems: SYSTEMS,
  }));
const scenarioOf = (launchPoints: LaunchPoint[], more: Partial<Scenario> = {}): Scenario =>
  ScenarioSchema.parse({ version: 1, title: "Published ranges", launchPoints, ...more });

const golden = readFileSync(new URL("fixtures/link-s1.txt", import.meta.url), "utf8").trim();

describe("a share link", () => {
  it("round-trips exactly", () => {
    const scenario = scenarioOf(
      pointsOf(12, (index) => `Điểm phóng số ${index} — Київ`),
      {
        caption: "Ünïcode 🚀 “quotes”",
        customSystems: [{ id: "own", name: "Own", rangeKm: { min: 100, max: 200 } }],
        view: { center: [31, 48.5], zoom: 3.6 },
        catalogVersion: "1.0.0",
      },
    );
    scenario.launchPoints.push({
      id: "c",
      name: "",
      geometry: { type: "Country", code: "UA" },
      systems: ["own", "patriot"],
      hidden: true,
      group: "g",
      color: "#112233",
    });
    expect(parseLinkHash(hashOf(scenario), [...SYSTEMS])).toEqual({ scenario, problems: [] });
    expect(hashOf(scenario)).toMatch(/^#s1\.[\w-]+$/);
    expect(isLinkHash(hashOf(scenario))).toBe(true);
  });

  it("fits 50 launch points with names and six systems into 8,000 characters", () => {
    const words =
      "Нова Каховка Đà Nẵng Ivano-Frankivsk Bà Rịa–Vũng Tàu Żółwin Кропивницький Châu Đốc Zaporizhzhia Mỹ Tho Дніпро".split(
        " ",
      );
    const name = (index: number) =>
      `${words[index % words.length]} ${words[(index * 7) % words.length]} ${index * 7919}`;
    const { length } = hashOf(scenarioOf(pointsOf(50, name)));
    expect(length).toBeLessThan(MAX_LINK_LENGTH);
    expect(length).toBeLessThan(5500);
  });

  it("reports its length when it is too long to be reliable", () => {
    const made = toLinkHash(scenarioOf(pointsOf(400, (index) => `Name ${index * 104_729}`)));
    expect(made).toMatchObject({ problem: { code: "linkTooLong", values: { bound: MAX_LINK_LENGTH } } });
    expect("problem" in made && Number(made.problem.values["length"])).toBeGreaterThan(MAX_LINK_LENGTH);
    const scenario = scenarioOf(pointsOf(3, String));
    expect(toLinkHash(scenario, MAX_LINK_LENGTH)).toHaveProperty("problem");
  });

  // The first link made by version 1. It must stay readable forever: never change the fixture, only add new ones.
  it("reads the first link ever made", () => {
    const parsed = parseLinkHash(golden, SYSTEMS);
    expect(parsed?.problems).toEqual([]);
    expect(parsed?.scenario).toMatchObject({
      title: "Published ranges from Kyiv",
      launchPoints: [
        {
          id: "p1",
          name: "Київ",
          geometry: { type: "Point", coordinates: [30.5234, 50.4501] },
          systems: ["atacms", "storm-shadow"],
        },
        { id: "p2", name: "", geometry: { type: "Country", code: "PL" }, systems: ["patriot", "own"], group: "West" },
      ],
      customSystems: [{ id: "own", name: "Own", rangeKm: { min: 100, max: 120 } }],
      display: { bands: false, units: "nmi", language: "uk", projection: "globe" },
      view: { center: [31, 48.5], zoom: 4 },
    });
  });

  it("ignores other hashes", () => {
    for (const hash of ["", "#", "#about", "#s", "#s1", "#map=3/4/5", "#system.x"])
      expect(parseLinkHash(hash, SYSTEMS)).toBeNull();
  });

  it("rejects a link from a newer version, and names both versions", () => {
    expect(parseLinkHash(golden.replace("#s1.", "#s2."), SYSTEMS)).toEqual({
      problems: [{ path: "", code: "linkNewer", values: { value: "s2", supported: "s1" } }],
    });
  });

  it("reads a link that a mail program has wrapped or followed with a full stop", () => {
    expect(parseLinkHash(`${golden.slice(0, 40)}\r\n${golden.slice(40)}`, SYSTEMS)?.problems).toEqual([]);
    expect(parseLinkHash(`${golden}.`, SYSTEMS)?.problems).toEqual([]);
    expect(parseLinkHash(golden.slice(1), SYSTEMS)?.problems).toEqual([]);
  });

  it("detects any truncation or change", () => {
    const damaged = { problems: [{ path: "", code: "linkDamaged", values: {} }] };
    for (let at = 5; at < golden.length - 1; at += 3) {
      expect(parseLinkHash(golden.slice(0, at), SYSTEMS)).toEqual(damaged);
      const other = golden[at] === "A" ? "B" : "A";
      expect(parseLinkHash(golden.slice(0, at) + other + golden.slice(at + 1), SYSTEMS)).toEqual(damaged);
    }
  });

  it("does not unpack a zip bomb", () => {
    const packed = deflateSync(new Uint8Array(60 * 1024 * 1024));
    let sum = 0x811c9dc5;
    for (const byte of packed) sum = Math.imul(sum ^ byte, 0x01000193);
    const bytes = Buffer.concat([Buffer.alloc(4), packed]);
    bytes.writeUInt32BE(sum >>> 0);
    const start = performance.now();
    expect(parseLinkHash(`#s1.${bytes.toString("base64url")}`, SYSTEMS)?.problems[0]?.code).toBe("linkDamaged");
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `#s1.${text}`),
          fc.uint8Array().map((bytes) => `#s1.${Buffer.from(bytes).toString("base64url")}`),
        ),
        (hash) => {
          parseLinkHash(hash, SYSTEMS);
        },
      ),
      { numRuns: 500 },
    );
  });
});
