import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { parseRenderArguments, UsageError } from "../../src/cli/renderArguments.ts";
import { runRender } from "../../src/cli/renderCommand.ts";

vi.setConfig({ testTimeout: 60_000 });

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "render-"));
const file = (name: string): string => join(folder, name);
const point = (id: string, coordinates: number[], systems: string[] = ["atacms"]) => ({
  id,
  name: id,
  geometry: { type: "Point", coordinates },
  systems,
});
const good = { version: 1, title: "Test", launchPoints: [point("a", [30.5, 50.4])] };

function save(name: string, scenario: unknown): string {
  writeFileSync(file(name), typeof scenario === "string" ? scenario : JSON.stringify(scenario));
  return file(name);
}

interface Outcome {
  code: number | null;
  out: Buffer;
  err: string;
}

async function render(args: string[], input = ""): Promise<Outcome> {
  const out: Buffer[] = [];
  let err = "";
  const code = await runRender(args, {
    input: Readable.from([Buffer.from(input)]),
    output: async (content) => void out.push(Buffer.from(content)),
    complain: (text) => (err += text),
  });
  return { code, out: Buffer.concat(out), err };
}

/** The same in a separate process. */
function spawnRender(args: string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["src/cli/render.mjs", ...args], { cwd: ROOT });
    const out: Buffer[] = [];
    let err = "";
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => (err += String(part)));
    child.on("close", (code) => resolve({ code, out: Buffer.concat(out), err }));
    child.stdin.end(input);
  });
}

describe("render", () => {
  it("writes the format of the file's extension, at exactly the requested size", async () => {
    const scenario = save("good.json", good);
    const { code, err } = await render([scenario, "--out", file("a.png"), "--width", "641", "--height", "357"]);
    expect([code, err]).toEqual([0, ""]);
    const png = readFileSync(file("a.png"));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([641, 357]);
  });

  it("reads standard input, and writes only the picture to standard output", async () => {
    const { code, out, err } = await spawnRender(
      ["-", "--out", "-", "--format", "geojson", "--language", "vi"],
      JSON.stringify(good),
    );
    expect([code, err]).toEqual([0, ""]);
    const collection = JSON.parse(String(out)) as {
      type: string;
      features: { properties: { kind: string } }[];
      note: string;
    };
    expect(collection.type).toBe("FeatureCollection");
    expect(collection.note).toContain("minh họa");
    expect(new Set(collection.features.map((feature) => feature.properties.kind))).toEqual(
      new Set(["band", "ring", "launchPoint"]),
    );
  });

  it("reports path, value and valid alternatives for each problem, and leaves no file", async () => {
    const bad = { ...good, launchPoints: [point("a", [0, 0]), point("b", [0, 0], ["nonesuch"]), point("c", [30, 95])] };
    const { code, err } = await spawnRender([save("bad.json", bad), "--out", file("bad.svg")]);
    expect(code).toBe(1);
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines).toContain("launchPoints[2].geometry.coordinates[1]: latitude 95 is outside -90…90");
    expect(
      lines.some(
        (line) =>
          line.startsWith("launchPoints[1].systems[0]: ") && line.includes("nonesuch") && line.includes("atacms"),
      ),
    ).toBe(true);
    expect(existsSync(file("bad.svg"))).toBe(false);
  });

  it("refuses a country, or a part of one, that is not on the map", async () => {
    const country = (id: string, code: string, parts?: string[]) => ({
      id,
      name: id,
      geometry: { type: "Country", code, parts },
      systems: ["atacms"],
    });
    const { code, err } = await render([
      save("country.json", {
        ...good,
        launchPoints: [country("a", "UA"), country("b", "ZZ"), country("c", "FR", ["main", "moon"])],
      }),
      "--out",
      file("country.svg"),
    ]);
    expect(code).toBe(1);
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^launchPoints\[1\]\.geometry\.code: "ZZ" is not one of: .*\bUA\b/);
    expect(lines[1]).toMatch(/^launchPoints\[2\]\.geometry\.parts\[1\]: "moon" is not one of: main/);
    expect(existsSync(file("country.svg"))).toBe(false);
  });

  it.each([
    ["not JSON", "{", "not JSON"],
    ["no scenario", "[]", "not a saved map"],
    ["of a newer version", '{"version":99,"launchPoints":[]}', "newer"],
  ])("rejects input that is %s with a one-line message", async (_, text, word) => {
    const { code, err, out } = await render(["-", "--out", "-", "--format", "svg"], text);
    expect([code, out.length]).toEqual([1, 0]);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(word);
  });

  it("writes several scenarios to a folder, and names the invalid one", async () => {
    mkdirSync(file("two"));
    const inputs = [
      save("one.json", good),
      save("worse.json", { ...good, launchPoints: [point("a", [200, 0])] }),
      join(folder, "two", "one.json"),
    ];
    writeFileSync(inputs[2]!, JSON.stringify(good));
    const { code, err } = await render([...inputs, "--out-dir", file("pictures"), "--format", "csv"]);
    expect(code).toBe(1);
    expect(err).toBe(`${inputs[1]!}: launchPoints[0].geometry.coordinates[0]: longitude 200 is outside -180…180\n`);
    expect(readdirSync(file("pictures")).sort()).toEqual(["one-2.csv", "one.csv"]);
  });

  it("reports a path that cannot be read or written", async () => {
    const scenario = save("fine.json", good);
    const [missing, unwritable, directory] = await Promise.all([
      render([file("nowhere.json"), "--out", file("x.svg")]),
      render([scenario, "--out", file("no/such/folder/x.csv")]),
      render([scenario, "--out", folder, "--format", "csv"]),
    ]);
    expect([missing.code, unwritable.code, directory.code]).toEqual([1, 1, 1]);
    expect(missing.err).toBe(`${file("nowhere.json")}: cannot be read: there is no such file or folder\n`);
    expect(unwritable.err).toContain("x.csv: cannot be written: there is no such file or folder");
    expect(directory.err).toContain("cannot be written: it is a folder");
    expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
  });

  it("gives the same result from its bundle as from its sources", async () => {
    const scenario = save("bundled.json", good);
    const [bundled, sources] = await Promise.all([
      spawnRender([scenario, "--out", "-", "--format", "svg"]),
      render([scenario, "--out", "-", "--format", "svg"]),
    ]);
    expect(bundled.err).toBe("");
    expect(bundled.out.equals(sources.out)).toBe(true);
    expect(readdirSync(join(ROOT, ".cache")).filter((name) => /^render-[0-9a-f]{16}$/.test(name))).toHaveLength(1);
  });

  it("prints help", async () => {
    const { code, out, err } = await render(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(String(out)).toContain("npm run --silent render -- map.json --out map.svg");
  });

  it("refuses an invalid command with a one-line message", async () => {
    const { code, err } = await render(["--colour", "red"]);
    expect(code).toBe(2);
    expect(err).toContain("--colour");
  });
});

describe("the command line", () => {
  it.each([
    [[], "no scenario is given"],
    [["a.json"], "where to?"],
    [["a.json", "--out", "a.doc"], "its name should end in"],
    [["a.json", "--out", "-"], "--format is needed"],
    [["a.json", "--out", "-", "--format", "gif"], "should be one of png, svg, pdf"],
    [["a.json", "b.json", "--out", "a.svg"], "--out takes one scenario"],
    [["a.json", "--out", "a.svg", "--out-dir", "b"], "one of the two"],
    [["a.json", "--out", "a.svg", "--language", "fr"], "--language fr: should be one of en, vi, uk"],
    [["a.json", "--out", "a.svg", "--width", "0"], "from 16 to 16384"],
    [["a.json", "--out", "a.svg", "--width", "1e9"], "from 16 to 16384"],
    [["a.json", "--out", "a.svg", "--width", "-5"], "width"],
    [["a.json", "--out", "a.svg", "--projection", "peters"], "mercator, azimuthal-equidistant, globe"],
    [["a.json", "--out", "a.svg", "--slot", "poster"], "--slot poster: should be one of wide, single"],
    [["a.json", "--out", "a.svg", "--slot", "single", "--width", "500"], "--slot single: has a size of its own"],
    [["-", "-", "--out-dir", "a", "--format", "svg"], "read once"],
  ])("%j: %s", (args, message) => {
    expect(() => parseRenderArguments(args)).toThrow(UsageError);
    expect(() => parseRenderArguments(args)).toThrow(message);
  });

  it("parses a full example", () => {
    const args = [
      "S.json",
      "--out",
      "F.PDF",
      "--language",
      "vi",
      "--width",
      "1600",
      "--height",
      "900",
      "--projection",
      "azimuthal-equidistant",
    ];
    expect(parseRenderArguments(args)).toMatchObject({
      inputs: ["S.json"],
      out: "F.PDF",
      format: "pdf",
      language: "vi",
      width: 1600,
      height: 900,
      projection: "azimuthal-equidistant",
    });
  });

  it("takes size and resolution from a slot", () => {
    const parsed = parseRenderArguments(["S.json", "--out", "F.pdf", "--slot", "single"]);
    expect(parsed).toMatchObject({ width: 1039, height: 1323, dpi: 300, slot: { id: "single", medium: "print" } });
  });
});
