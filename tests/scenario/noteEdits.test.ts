import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import type { ScenarioContent } from "../../src/scenario/edits.ts";
import { isFullOf, MOST_NOTES, type NoteField, putNote, removeNote } from "../../src/scenario/noteEdits.ts";
import { MAX_ANNOTATION, MAX_LAYER_NAME, MAX_POINT_NAME } from "../../src/scenario/limits.ts";
import type { Annotation } from "../../src/scenario/notes.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { annotation, contextLayer, distanceLine, highlight } from "./arbitraries.ts";

const empty: ScenarioContent = emptyScenario();
const note = (id: string, text = id): Annotation => ({ id, text, lngLat: [30, 50] });

describe("a note", () => {
  it("is added at the end, replaced in its place, and taken away", () => {
    const two = putNote(putNote(empty, "annotations", note("a1")), "annotations", note("a2"));
    expect(two.annotations?.map(({ id }) => id)).toEqual(["a1", "a2"]);
    const changed = putNote(two, "annotations", note("a1", "Changed"));
    expect(changed.annotations).toEqual([note("a1", "Changed"), note("a2")]);
    expect(changed.annotations?.[1]).toBe(two.annotations?.[1]);
    expect(removeNote(changed, "annotations", "a1").annotations).toEqual([note("a2")]);
  });

  it("that is the last of its kind leaves a map like one that never had any", () => {
    expect(removeNote(putNote(empty, "annotations", note("a1")), "annotations", "a1")).toStrictEqual(empty);
  });

  it("that is not there cannot be taken away", () => {
    expect(removeNote(empty, "annotations", "a1")).toBe(empty);
  });

  it("finds no room on a full map, where those on it can still be changed", () => {
    const annotations = Array.from({ length: MOST_NOTES.annotations }, (_, index) => note(`a${index}`));
    const full = { ...empty, annotations };
    expect(isFullOf(full, "annotations")).toBe(true);
    expect(putNote(full, "annotations", note("new"))).toBe(full);
    expect(putNote(full, "annotations", note("a3", "Changed")).annotations?.[3]?.text).toBe("Changed");
    expect(isFullOf(full, "distanceLines")).toBe(false);
  });

  it("has texts cut to what a saved map may hold, and no empty field", () => {
    const long = "x".repeat(5000);
    const place = { name: long, lngLat: [1, 2] as [number, number] };
    let content = putNote(empty, "annotations", note("a1", long));
    content = putNote(content, "distanceLines", { id: "d1", from: place, to: place });
    content = putNote(content, "highlights", { id: "h1", countries: ["UA"], tint: "sand", highlightLabel: long });
    content = putNote(content, "highlights", { id: "h2", countries: ["PL"], tint: "sand", highlightLabel: "" });
    expect(content.annotations?.[0]?.text).toHaveLength(MAX_ANNOTATION);
    expect(content.distanceLines?.[0]?.from.name).toHaveLength(MAX_POINT_NAME);
    expect(content.highlights?.[0]?.highlightLabel).toHaveLength(MAX_LAYER_NAME);
    expect(content.highlights?.[1]).not.toHaveProperty("highlightLabel");
  });

  it("whatever is put and taken away, the map can be read again", () => {
    const put = fc.oneof(
      distanceLine.map((item) => (was: ScenarioContent) => putNote(was, "distanceLines", item)),
      highlight.map((item) => (was: ScenarioContent) => putNote(was, "highlights", item)),
      annotation.map((item) => (was: ScenarioContent) => putNote(was, "annotations", item)),
      contextLayer.map((item) => (was: ScenarioContent) => putNote(was, "contextLayers", item)),
      fc.tuple(fc.constantFrom(...(Object.keys(MOST_NOTES) as NoteField[])), fc.nat({ max: 5 })).map(
        ([field, at]) =>
          (was: ScenarioContent) =>
            removeNote(was, field, was[field]?.[at]?.id ?? ""),
      ),
    );
    fc.assert(
      fc.property(fc.array(put, { maxLength: 12 }), (edits) => {
        const content = edits.reduce((was, edit) => edit(was), empty);
        expect(ScenarioSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
      }),
    );
  });
});
