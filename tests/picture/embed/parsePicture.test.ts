import { assert, string, uint8Array, property } from "fast-check";
import { zlibSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { crc32, embedInPng, SCENARIO_KEYWORD } from "../../../src/picture/embed/embedScenario.ts";
import { findFormat } from "../../../src/files/formats.ts";
import { mayCarryScenario, parsePicture } from "../../../src/picture/embed/parsePicture.ts";
import { toScenarioFile } from "../../../src/files/scenario.ts";
import { contextOf } from "../picture.ts";
import { catalog, pointJson } from "../../samples.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const context = contextOf({
  title: "Київ & <Hà Nội> ]]>\uFFFE",
  launchPoints: [pointJson("p1", [30.5, 50.4], ["atacms"], "Kyiv")],
});
const wanted = JSON.parse(toScenarioFile(context.scenario, catalog)) as unknown;
const made = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const id of ["png", "svg", "pdf"]) {
    const content = await findFormat(id)!.run(context);
    made.set(id, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
});

describe("an exported picture", () => {
  it.each(["png", "svg", "pdf"])("restores its scenario from %s", (id) => {
    const parsed = parsePicture(made.get(id)!);
    expect(parsed.ok).toBe(true);
    // U+FFFE is not allowed in XML; the other formats keep it.
    const back = JSON.parse(parsed.ok ? parsed.text : "null") as { title: string };
    expect({ ...back, title: back.title.replace("\uFFFE", "") }).toEqual({
      ...(wanted as object),
      title: "Київ & <Hà Nội> ]]>",
    });
  });

  it.each(["png", "svg", "pdf"])("never throws for a truncated %s", (id) => {
    const bytes = made.get(id)!;
    for (let part = 0; part < 40; part += 1)
      expect(typeof parsePicture(bytes.subarray(0, Math.floor((bytes.length * part) / 40))).ok).toBe("boolean");
  });

  it("reports that a foreign picture contains no scenario", async () => {
    expect(parsePicture(await context.drawPng(context))).toEqual({ ok: false, code: "noScenario" });
    expect(parsePicture(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toEqual({
      ok: false,
      code: "noScenario",
    });
    expect(parsePicture(new TextEncoder().encode("%PDF-1.7\n%%EOF"))).toEqual({ ok: false, code: "noScenario" });
    expect(parsePicture(new TextEncoder().encode("hello"))).toEqual({ ok: false, code: "notPicture" });
    expect(parsePicture(new Uint8Array())).toEqual({ ok: false, code: "notPicture" });
  });

  it("never throws for any bytes", () => {
    assert(property(uint8Array({ maxLength: 400 }), (bytes) => typeof parsePicture(bytes).ok === "boolean"));
    const head = made.get("png")!.subarray(0, 60);
    assert(
      property(
        uint8Array({ maxLength: 200 }),
        (tail) => typeof parsePicture(new Uint8Array([...head, ...tail])).ok === "boolean",
      ),
    );
  });

  it("can store any text in a PNG", async () => {
    const png = await context.drawPng(context);
    assert(
      property(string({ unit: "grapheme" }), (text) => {
        expect(parsePicture(embedInPng(png, text))).toEqual({ ok: true, text });
      }),
    );
  });

  it("does not unpack a zip bomb", async () => {
    const png = await context.drawPng(context);
    // 48 MB of zeros compressed to 47 KB.
    const body = zlibSync(new Uint8Array(48e6), { level: 1 });
    const type = new TextEncoder().encode(`iTXt${SCENARIO_KEYWORD}\0\u0001\0\0\0`);
    const chunk = new Uint8Array(8 + type.length + body.length);
    const view = new DataView(chunk.buffer);
    view.setUint32(0, type.length - 4 + body.length);
    chunk.set(type, 4);
    chunk.set(body, 4 + type.length);
    view.setUint32(4 + type.length + body.length, crc32(chunk.subarray(4, 4 + type.length + body.length)));
    expect(parsePicture(new Uint8Array([...png.subarray(0, 33), ...chunk, ...png.subarray(33)]))).toEqual({
      ok: false,
      code: "pictureTooLarge",
    });
  });

  it("recognises pictures by name and type", () => {
    expect(["a.png", "A.PDF", "b.svg", "c.json", "d.jpg"].map((name) => mayCarryScenario({ name, type: "" }))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
