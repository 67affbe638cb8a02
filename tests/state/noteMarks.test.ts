import { expect, it, vi } from "vitest";
// Not from samples.ts, which registers the marks that this test waits for.
import { catalog } from "../../src/catalog/catalog.ts";
import { hasNoteMarks, MARKS } from "../../src/marks/registry.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import { putNote, removeNote } from "../../src/scenario/noteEdits.ts";
import { createActions } from "../../src/state/actions.ts";
import { createFigureStore } from "../../src/state/figureStore.ts";
import { createAppStore, splitScenario } from "../../src/state/store.ts";

it("the marks of notes are loaded with the first note, and a picture waits for them", async () => {
  const store = createAppStore({ content: splitScenario(emptyScenario()).content });
  const actions = createActions(store);
  const figureStore = createFigureStore(store, catalog, { onShapeError: vi.fn(), onLanguageError: vi.fn() });
  const kinds = () =>
    figureStore.getState().figure.marks.flatMap(({ mark, items }) => (items.length > 0 ? [mark.kind] : []));
  expect(hasNoteMarks()).toBe(false);
  expect(figureStore.getState().figure.pending).toBe(false);

  const note = { id: "a1", text: "Here", lngLat: [30, 50] as [number, number] };
  actions.change((was) => putNote(was, "annotations", note), { action: "noteAdd", name: "Here" });
  expect(figureStore.getState().figure.pending).toBe(true);
  expect(kinds()).toEqual([]);

  await figureStore.settled(new AbortController().signal);
  expect(kinds()).toEqual(["annotation"]);
  expect(MARKS.map(({ kind }) => kind)).toEqual([
    "highlight",
    "contextLayer",
    "band",
    "launchArea",
    "treaty",
    "flatCircle",
    "ring",
    "coverage",
    "distanceLine",
    "annotation",
    "launchPoint",
  ]);

  actions.undo();
  expect(kinds()).toEqual([]);
  actions.redo();
  actions.change((was) => removeNote(was, "annotations", "a1"), { action: "noteRemove", name: "Here" });
  expect(figureStore.getState().figure.pending).toBe(false);
  expect(kinds()).toEqual([]);
});
