import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Map as MapLibreMap } from "maplibre-gl";
import { createStartMap, type EmptyMap, startLiveMap } from "../../src/app/liveMap.ts";
import { catalog } from "../../src/catalog/catalog.ts";
import type { MapViewOptions } from "../../src/map/MapView.ts";
import { createActions } from "../../src/state/actions.ts";
import { createFigureStore } from "../../src/state/figureStore.ts";
import { createAppStore, splitScenario } from "../../src/state/store.ts";
import type { App } from "../../src/ui/shell/AppContext.tsx";
import { at, KYIV, scenarioOf } from "../samples.ts";

/** Replaces MapView and records the calls to it. */
const { FakeView, views } = vi.hoisted(() => {
  class FakeView {
    readonly options: MapViewOptions;
    readonly map = { jumpTo: vi.fn() };
    readonly show = vi.fn();
    readonly showDragged = vi.fn();
    readonly setTool = vi.fn();
    readonly setTitle = vi.fn();
    readonly setStyle = vi.fn();
    readonly setMeasure = vi.fn();
    readonly fit = vi.fn();
    readonly destroy = vi.fn();
    constructor(options: MapViewOptions) {
      this.options = options;
      views.push(this);
    }
  }
  const views: FakeView[] = [];
  return { FakeView, views };
});
vi.mock("../../src/map/MapView.ts", () => ({ MapView: FakeView }));
vi.mock("../../src/map/createMap.ts", () => ({ createMap: vi.fn() }));
vi.mock("../../src/map/basemapFonts.ts", () => ({ basemapFontFaces: () => ({}) }));

const container = { getBoundingClientRect: () => ({ left: 380, top: 10 }), remove: vi.fn() };

function open(points = [at("a", KYIV, ["atacms"]), at("b", [24, 49], ["atacms"])]) {
  const store = createAppStore({ content: splitScenario(scenarioOf(points)).content });
  const actions = createActions(store);
  const figureStore = createFigureStore(store, catalog, { onShapeError: () => {}, onLanguageError: () => {} });
  const empty: EmptyMap = { container: container as unknown as HTMLElement, map: {} as MapLibreMap, missing: null };
  const live = startLiveMap({ store, actions, figureStore }, empty);
  const view = views.at(-1)!;
  return { store, actions, figureStore, live, view, events: view.options.events };
}

beforeEach(() => {
  views.length = 0;
  container.remove.mockClear();
  vi.stubGlobal("document", { baseURI: "https://example.org/app/", fonts: { load: () => new Promise(() => {}) } });
  vi.stubGlobal("window", { matchMedia: () => ({ matches: false }) });
});

describe("how the state is shown on the map", () => {
  it("shows the figure and the selection at once and after each change", () => {
    const { actions, figureStore, view } = open();
    expect(view.options.figure).toBe(figureStore.getState().figure);
    actions.select(["b"]);
    expect(view.show).toHaveBeenLastCalledWith(figureStore.getState().figure, new Set(["b"]));
    actions.rename("a", "Kyiv");
    expect(view.show).toHaveBeenLastCalledWith(figureStore.getState().figure, new Set(["b"]));
  });

  it("shows only the dragged launch point during a drag", () => {
    const { actions, figureStore, view } = open();
    actions.drag("a", [31, 51]);
    expect(view.showDragged).toHaveBeenLastCalledWith("a", figureStore.getState().dragFigure);
    const shown = view.show.mock.calls.length;
    actions.drag("a", [32, 51]);
    expect(view.show.mock.calls).toHaveLength(shown);
    actions.drop("a", [32, 51]);
    expect(view.show).toHaveBeenLastCalledWith(figureStore.getState().figure, new Set());
  });

  it("sets the tool, and draws the measuring line from the launch point", () => {
    const { actions, view } = open();
    actions.setTool("measure");
    expect(view.setTool).toHaveBeenLastCalledWith("measure");
    actions.setMeasure({ from: "a", lngLat: [1, 2] });
    expect(view.setMeasure).toHaveBeenLastCalledWith({ from: KYIV, to: [1, 2] });
    actions.setMeasure(null);
    expect(view.setMeasure).toHaveBeenLastCalledWith(undefined);
  });
});

describe("the camera", () => {
  const opened = scenarioOf([at("x", [100, 10], ["atacms"])]);

  it("moves to a view set in the state, but not to one that the map itself reported", () => {
    const { actions, view, events, store } = open();
    events.onView({ center: [1, 2], zoom: 3 });
    expect(store.getState().view).toEqual({ center: [1, 2], zoom: 3 });
    expect(view.map.jumpTo).not.toHaveBeenCalled();
    actions.setView({ center: [5, 6], zoom: 7 });
    expect(view.map.jumpTo).toHaveBeenCalledExactlyOnceWith({ center: [5, 6], zoom: 7 });
  });

  it("fits a map opened without a view, and moves to the saved view of one that has it", () => {
    const { actions, view, figureStore } = open();
    actions.open(opened);
    expect(view.fit).toHaveBeenCalledExactlyOnceWith(figureStore.getState().figure.bounds);
    actions.open({ ...opened, view: { center: [5, 6], zoom: 7 } });
    expect(view.fit).toHaveBeenCalledOnce();
    expect(view.map.jumpTo).toHaveBeenCalledOnce();
  });

  it("does not move when an edit made after opening, or the opening itself, is undone", () => {
    const { actions, view } = open();
    actions.open(opened);
    actions.add([{ name: "new", geometry: { type: "Point", coordinates: [0, 0] } }]);
    actions.undo();
    actions.undo();
    actions.redo();
    actions.redo();
    expect(view.fit).toHaveBeenCalledOnce();
    expect(view.map.jumpTo).not.toHaveBeenCalled();
  });
});

describe("what the user does on the map becomes an edit", () => {
  it("places a launch point to the metre, with a name", () => {
    const { events, store } = open([]);
    events.onPlace([30.123456789, 50.987654321]);
    const [point] = store.getState().content.launchPoints;
    expect(point).toMatchObject({ geometry: { type: "Point", coordinates: [30.12346, 50.98765] } });
    expect(point?.name).not.toBe("");
    expect(store.getState().edit?.action).toBe("add");
  });

  it("makes one undo step of a drag and drop", () => {
    const { events, store, actions } = open();
    events.onDrag("a", [31, 51]);
    expect(store.getState().drag).toEqual({ id: "a", lngLat: [31, 51] });
    events.onDrop("a", [31.000001, 51]);
    expect(store.getState().content.launchPoints[0]?.geometry).toEqual({ type: "Point", coordinates: [31, 51] });
    actions.undo();
    expect(store.getState().content.launchPoints[0]?.geometry).toEqual({ type: "Point", coordinates: KYIV });
  });

  it("measures from the launch point that was pressed", () => {
    const { events, store, actions } = open();
    actions.setTool("measure");
    events.onPoint([1, 2]);
    expect(store.getState().measure).toEqual({ from: "a", lngLat: [1, 2] });
    events.onSelect("b");
    expect(store.getState().measure).toEqual({ from: "b", lngLat: [1, 2] });
  });

  it("adds a drawn shape and deselects the tool; reports a shape with too few corners", () => {
    const { events, store, actions } = open();
    actions.setTool("line");
    events.onShape({
      type: "LineString",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(store.getState().content.launchPoints.at(-1)?.geometry.type).toBe("LineString");
    expect(store.getState().tool).toBe("place");
    events.onShape("tooFewCorners");
    expect(store.getState().notices.map(({ code }) => code)).toEqual(["tooFewCorners"]);
    expect(store.getState().content.launchPoints).toHaveLength(3);
  });

  it("deselects a tool that could not be loaded, reports it, and selects it on the next attempt", () => {
    const { events, store, actions, view } = open();
    actions.setTool("line");
    events.onToolFailed("line", new Error("offline"));
    const [notice] = store.getState().notices;
    expect(notice).toMatchObject({ kind: "error", code: "partFailed", values: { detail: "offline" } });
    expect(store.getState().tool).toBe("place");
    notice?.choices?.find(({ choice }) => choice === "retry")?.run();
    expect(view.setTool).toHaveBeenLastCalledWith("line");
  });

  it("opens the menu at the position of the click in the page", () => {
    const { events, live } = open();
    const onMenu = vi.fn();
    live.setOnMenu(onMenu);
    events.onMenu({ lngLat: [1, 2], launchPoint: "a", x: 5, y: 6 });
    expect(onMenu).toHaveBeenCalledExactlyOnceWith({ lngLat: [1, 2], launchPoint: "a", x: 385, y: 16 });
  });

  it("reports a missing basemap once and not once per tile; dismisses the report when the graphics are restored", () => {
    const { events, store } = open();
    for (let tile = 0; tile < 5; tile += 1) events.onError({ message: "404" });
    events.onContextLost();
    expect(store.getState().notices.map(({ code }) => code)).toEqual(["map", "contextLost"]);
    events.onContextRestored();
    expect(store.getState().notices.map(({ code }) => code)).toEqual(["map"]);
  });
});

describe("the map of the page", () => {
  const app = (parts: ReturnType<typeof open>) => parts as unknown as App;

  it("moves into the component that shows it, and survives its unmounting", () => {
    const parts = open();
    const append = vi.fn();
    const shown = createStartMap(parts.live)(app(parts), { append } as unknown as HTMLElement);
    expect(append).toHaveBeenCalledExactlyOnceWith(container);
    shown.destroy();
    expect(container.remove).toHaveBeenCalledOnce();
    expect(parts.view.destroy).not.toHaveBeenCalled();
    parts.actions.rename("a", "still shown");
    expect(parts.view.show).toHaveBeenLastCalledWith(parts.figureStore.getState().figure, new Set());
  });

  it("sets a new style only if the language, theme or projection changes", () => {
    const { live, view } = open();
    live.setLook({ language: "en", theme: "light", projection: "mercator" });
    expect(view.setStyle).not.toHaveBeenCalled();
    live.setLook({ language: "en", theme: "dark", projection: "mercator" });
    expect(view.setStyle).toHaveBeenCalledOnce();
  });

  it("ignores the state after it is destroyed", () => {
    const { live, view, actions } = open();
    live.destroy();
    expect(view.destroy).toHaveBeenCalledOnce();
    view.show.mockClear();
    actions.rename("a", "b");
    actions.setTool("line");
    expect(view.show).not.toHaveBeenCalled();
    expect(view.setTool).not.toHaveBeenCalled();
  });

  it("is absent if the browser cannot draw one, and the reason is kept", () => {
    const { store, actions, figureStore } = open();
    const missing: EmptyMap = { container: container as unknown as HTMLElement, map: undefined, missing: "no WebGL" };
    const live = startLiveMap({ store, actions, figureStore }, missing);
    expect(live).toMatchObject({ view: undefined, missing: "no WebGL" });
    expect(() => live.setOnMenu(() => {})).not.toThrow();
  });
});
