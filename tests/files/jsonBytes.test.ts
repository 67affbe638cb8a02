import * as fc from "fast-check";
import { expect, test } from "vitest";
import { JsonBytes } from "../../src/files/jsonBytes.ts";
import { fromMicro } from "../../src/files/rfcGeometry.ts";

const textOf = (json: JsonBytes): string => new TextDecoder().decode(json.bytes());

test("positions are written as JSON.stringify writes them", () => {
  const micro = (most: number) =>
    fc.oneof(
      fc.integer({ min: -most, max: most }),
      fc.constantFrom(
        0,
        1,
        -1,
        100,
        -100,
        1_000_000,
        most,
        -most,
        99_999_999,
        9_999_999,
        10_000_000,
        120_500_000,
        -500_000,
      ),
    );
  const position = fc.tuple(micro(180e6), micro(90e6));
  fc.assert(
    fc.property(fc.array(position, { maxLength: 40 }), (positions) => {
      const json = new JsonBytes();
      json.ring(Int32Array.from(positions.flat()));
      expect(textOf(json)).toBe(JSON.stringify(positions.map((pair) => pair.map((value) => fromMicro(value)))));
    }),
    { numRuns: 2000 },
  );
});

test("writes texts of every script between rings, at any length", () => {
  const json = new JsonBytes();
  const ring = new Int32Array(2000).fill(-179_999_999);
  for (let i = 0; i < 20; i += 1) {
    json.text(i === 0 ? "[" : ",");
    json.text(`"Київ, Hà Nội, 😀 ${"я".repeat(3000)}",`);
    json.ring(ring);
  }
  json.text("]");
  const parsed = JSON.parse(textOf(json)) as unknown[];
  expect(parsed).toHaveLength(40);
  expect(parsed.at(-1)).toHaveLength(1000);
  expect(parsed.at(-2)).toBe(`Київ, Hà Nội, 😀 ${"я".repeat(3000)}`);
});
