import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import type { ShapeRequest } from "../../src/marks/shapes/shapeWorker.ts";
import { runShapeJob } from "../../src/marks/shapes/shapeJob.ts";
import * as messages from "../../src/i18n/loadMessages.ts";
import type { LaunchPoint } from "../../src/scenario/scenario.ts";
import { createActions } from "../../src/state/actions.ts";
import { createFigureStore, loadTranslate } from "../../src/state/figureStore.ts";
import { createAppStore, splitScenario } from "../../src/state/store.ts";
import { at, KYIV, scenarioOf } from "../samples.ts";

/** A worker that answers when the test tells it to. */
class FakeWorker extends EventTarget {
  static started: FakeWorker[] = [];
  readonly asked: ShapeRequest[] = [];
  constructor() {
    super();
    FakeWorker.started.push(this);
  }
  postMessage(request: ShapeRequest): void {
    this.asked.push(request);
  }
  terminate(): void {}
  answer(): void {
    const { key, job } = this.asked.at(-1)!;
    this.dispatchEvent(new MessageEvent("message", { data: { key, area: runShapeJob(job) } }));
  }
}

beforeEach(() => {
  FakeWorker.started = [];
  vi.stubGlobal("Worker", FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

vi.mock("../../src/i18n/loadMessages.ts", { spy: true });

const LINE: LaunchPoint = {
  id: "line",
  name: "Line",
  geometry: {
    type: "LineString",
    coordinates: [
      [20, 50],
      [22, 50],
    ],
  },
  systems: ["atacms"],
};

function open(launchPoints: LaunchPoint[], display: Parameters<typeof scenarioOf>[1] = {}) {
  const store = createAppStore({ content: splitScenario(scenarioOf(launchPoints, display)).content });
  const events = { onShapeError: vi.fn(), onLanguageError: vi.fn<(error: unknown, retry: () => void) => void>() };
  return { store, actions: createActions(store), figureStore: createFigureStore(store, catalog, events), events };
}

describe("the figure store", () => {
  it("contains the figure of the state from the start and after each edit, undo and redo", () => {
    const { figureStore, actions } = open([at("a", KYIV, ["atacms"])]);
    const names = () => figureStore.getState().figure.launchPoints.map(({ name }) => name);
    expect(names()).toEqual(["a"]);
    actions.rename("a", "Kyiv");
    expect(names()).toEqual(["Kyiv"]);
    actions.undo();
    expect(names()).toEqual(["a"]);
    actions.redo();
    expect(names()).toEqual(["Kyiv"]);
  });

  it("builds a crowd of launch points in a task of its own, once for several edits", async () => {
    const crowd = Array.from({ length: 5002 }, (_, index) => at(`p${index}`, KYIV, []));
    const { figureStore, actions } = open(crowd);
    const { figure } = figureStore.getState();
    const figures: unknown[] = [];
    figureStore.subscribe((state) => figures.push(state.figure));
    actions.setTitle("One");
    actions.remove(["p0"]);
    actions.setTitle("Two");
    expect(figureStore.getState().figure).toBe(figure);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(figureStore.getState().figure.title).toBe("Two");
    expect(figureStore.getState().figure.launchPoints).toHaveLength(5001);
    expect(figures).toHaveLength(1);
  });

  it("does not rebuild when the state changes in ways that no figure shows", () => {
    const { figureStore, actions } = open([at("a", KYIV, ["atacms"])]);
    const { figure } = figureStore.getState();
    actions.select(["a"]);
    actions.setView({ center: [0, 0], zoom: 2 });
    actions.setTheme("dark");
    expect(figureStore.getState().figure).toBe(figure);
  });

  it("draws a dragged launch point separately, and leaves the rest of the figure unchanged", () => {
    const { figureStore, actions } = open([at("a", KYIV, ["atacms"]), at("b", [24, 49], ["atacms"])]);
    const { figure } = figureStore.getState();
    actions.drag("a", [31, 51]);
    const { dragFigure } = figureStore.getState();
    expect(dragFigure?.launchPoints.map(({ id, lngLat }) => [id, lngLat])).toEqual([["a", [31, 51]]]);
    expect(figureStore.getState().figure).toBe(figure);
    actions.drop("a", [31, 51]);
    expect(figureStore.getState().dragFigure).toBeNull();
    expect(figureStore.getState().figure.launchPoints.map(({ lngLat }) => lngLat)).toEqual([
      [31, 51],
      [24, 49],
    ]);
  });

  it("draws the whole figure during a drag if coverage is merged, because coverage depends on all points", () => {
    const { figureStore, actions } = open([at("a", KYIV, ["atacms"]), at("b", [24, 49], ["atacms"])], {
      coverage: true,
    });
    actions.drag("a", [31, 51]);
    expect(figureStore.getState().dragFigure?.launchPoints.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("has a buffer once the worker has computed it, and reports how many are pending", () => {
    const { figureStore } = open([LINE]);
    const areas = () => JSON.stringify(figureStore.getState().figure).match(/"MultiPolygon"|"Polygon"/g)?.length ?? 0;
    const [before, pending] = [figureStore.getState().figure, areas()];
    expect(figureStore.getState().progress.jobs).toBeGreaterThan(0);
    const [worker] = FakeWorker.started;
    for (let answered = 0; answered < worker!.asked.length; answered += 1) worker!.answer();
    expect(figureStore.getState().progress.jobs).toBe(0);
    expect(figureStore.getState().figure).not.toBe(before);
    expect(areas()).toBeGreaterThan(pending);
  });

  it("does not cancel a buffer in progress when another point is dragged", () => {
    vi.useFakeTimers();
    const { figureStore, actions } = open([LINE, at("b", KYIV, ["atacms"])]);
    const terminate = vi.spyOn(FakeWorker.prototype, "terminate");
    for (let frame = 0; frame < 60; frame += 1) {
      vi.advanceTimersByTime(16);
      actions.drag("b", [30 + frame / 100, 50]);
    }
    actions.drop("b", [31, 50]);
    expect(terminate).not.toHaveBeenCalled();
    expect(FakeWorker.started).toHaveLength(1);
    expect(figureStore.getState().progress.jobs).toBeGreaterThan(0);
    vi.useRealTimers();
  });

  it("changes language once its messages have loaded, and the last one chosen wins", async () => {
    const { figureStore, actions } = open([at("a", KYIV, ["atacms"])]);
    actions.setDisplay({ language: "uk" });
    expect(figureStore.getState().translate.language).toBe("en");
    actions.setDisplay({ language: "vi" });
    await expect.poll(() => figureStore.getState().translate.language).toBe("vi");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(figureStore.getState().translate.language).toBe("vi");
  });

  it("keeps the last language if another cannot be loaded, and changes on the next attempt", async () => {
    vi.mocked(messages.loadMessages).mockRejectedValueOnce(new Error("offline"));
    const { figureStore, actions, events } = open([at("a", KYIV, ["atacms"])]);
    actions.setDisplay({ language: "uk" });
    await expect.poll(() => events.onLanguageError.mock.calls.length).toBe(1);
    const [error, retry] = events.onLanguageError.mock.calls[0]!;
    expect(error).toEqual(new Error("offline"));
    expect(figureStore.getState().translate.language).toBe("en");
    retry();
    await expect.poll(() => figureStore.getState().translate.language).toBe("uk");
  });

  it("draws a picture in another language and projection without changing the page's figure", async () => {
    const { figureStore, store } = open([at("a", KYIV, ["atacms"])]);
    const { figure } = figureStore.getState();
    const picture = figureStore.drawFor(await loadTranslate("uk"), "azimuthal-equidistant");
    expect(picture.caption).toMatch(/[а-яіїє]/);
    expect(figureStore.getState().figure).toBe(figure);
    expect(store.getState().content.display).toMatchObject({ language: "en", projection: "mercator" });
  });
});
