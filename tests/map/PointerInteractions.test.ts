import type { Map as MapLibreMap } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PointerInteractions, type PointerInteractionEvents, toLngLat } from "../../src/map/PointerInteractions.ts";

/** A map with one launch point, `p1`, at pixel (100, 100). A pixel is a quarter of a degree. */
class FakeMap {
  readonly canvas = { style: { cursor: "" } };
  readonly #listeners = new Map<string, Set<(event: unknown) => void>>();
  on(type: string, listener: (event: unknown) => void): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
  }
  off(type: string, listener: (event: unknown) => void): void {
    this.#listeners.get(type)?.delete(listener);
  }
  listenersOf = (type: string): number => this.#listeners.get(type)?.size ?? 0;
  getCanvas = () => this.canvas;
  getLayer = () => ({});
  queryRenderedFeatures([[left, top], [right, bottom]]: [[number, number], [number, number]]) {
    const isHit = left <= 100 && right >= 100 && top <= 100 && bottom >= 100;
    return isHit ? [{ properties: { id: "p1" } }] : [];
  }
  /** Sends an event at a pixel, and returns whether its default was prevented. */
  send(type: string, x: number, y: number, more: { button?: number; fingers?: number; pointerType?: string } = {}) {
    const { button = 0, fingers = 1, pointerType } = more;
    let taken = false;
    const event = {
      point: { x, y },
      points: Array.from({ length: fingers }, () => ({ x, y })),
      lngLat: { lng: x / 4, lat: y / 4 },
      originalEvent: { button, pointerType },
      preventDefault: () => (taken = true),
    };
    // A copy, because a listener may remove itself while it is called.
    for (const listener of Array.from(this.#listeners.get(type) ?? [])) listener(event);
    return taken;
  }
}

let map: FakeMap;
let ready: boolean;
let reports: unknown[][];
let pointer: PointerInteractions;
let page: EventTarget;
let frames: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  frames = [];
  vi.stubGlobal("window", page);
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frames.push(frame));
  vi.stubGlobal("cancelAnimationFrame", () => (frames = []));
  map = new FakeMap();
  ready = true;
  reports = [];
  const report =
    (name: string) =>
    (...values: unknown[]) =>
      void reports.push([name, ...values]);
  const events: PointerInteractionEvents = {
    onPlace: report("place"),
    onSelect: report("select"),
    onPoint: report("point"),
    onMenu: report("menu"),
    onShape: report("shape"),
    onToolFailed: report("toolFailed"),
    onDrag: report("drag"),
    onDrop: report("drop"),
  };
  pointer = new PointerInteractions(map as unknown as MapLibreMap, events, () => ready);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const runFrame = () => {
  const due = frames;
  frames = [];
  for (const frame of due) frame();
};
const release = (type = "mouseup") => page.dispatchEvent(new Event(type));

describe("a click", () => {
  it("adds a launch point, or selects one within six pixels", () => {
    map.send("click", 50, 60);
    map.send("click", 106, 94);
    map.send("click", 107, 100);
    expect(reports).toEqual([
      ["place", [12.5, 15]],
      ["select", "p1"],
      ["place", [26.75, 25]],
    ]);
  });

  it("does not query the map while it has no style, which would throw", () => {
    ready = false;
    map.send("click", 100, 100);
    expect(reports).toEqual([["place", [25, 25]]]);
  });

  it("sets the end of the measurement while measuring, as does a move; a launch point is still selected", () => {
    pointer.setTool("measure", "#000000");
    map.send("mousemove", 20, 30);
    map.send("click", 20, 30);
    map.send("click", 100, 100);
    expect(reports).toEqual([
      ["point", [5, 7.5], false],
      ["point", [5, 7.5], true],
      ["select", "p1"],
    ]);
  });
});

it.each([
  [0, 0],
  [179.5, 179.5],
  [180.5, -179.5],
  [-180.5, 179.5],
  [361, 1],
  [-721, -1],
])("wraps longitude %d to %d", (lng, within) => {
  expect(toLngLat({ lng, lat: 1 })[0]).toBeCloseTo(within, 9);
});

describe("a drag", () => {
  it("reports once per frame for any number of moves, and drops at the last position", () => {
    expect(map.send("mousedown", 100, 100)).toBe(true);
    for (const x of [110, 120, 130]) map.send("mousemove", x, 100);
    runFrame();
    map.send("mousemove", 140, 100);
    release();
    expect(reports).toEqual([
      ["drag", "p1", [32.5, 25]],
      ["drop", "p1", [35, 25]],
    ]);
  });

  it("cleans up: no listener, no pending frame, the previous cursor", () => {
    const before = map.listenersOf("mousemove");
    map.send("mousedown", 100, 100);
    expect(map.canvas.style.cursor).toBe("grabbing");
    map.send("mousemove", 120, 100);
    release();
    runFrame();
    expect(map.listenersOf("mousemove")).toBe(before);
    expect(map.canvas.style.cursor).toBe("");
    expect(reports.map(([name]) => name)).toEqual(["drop"]);
  });

  it("does not start without a move, away from a launch point, or with another button; the map pans instead", () => {
    map.send("mousedown", 100, 100);
    release();
    expect(map.send("mousedown", 50, 50)).toBe(false);
    expect(map.send("mousedown", 100, 100, { button: 2 })).toBe(false);
    release();
    expect(reports).toEqual([]);
  });
});

describe("touch", () => {
  it("drags a launch point within sixteen pixels", () => {
    expect(map.send("touchstart", 116, 100)).toBe(true);
    map.send("touchmove", 150, 100);
    release("touchend");
    expect(reports).toEqual([["drop", "p1", [37.5, 25]]]);
  });

  it("opens the menu of a launch point on a long press, and adds a point elsewhere", () => {
    map.send("touchstart", 100, 100);
    vi.advanceTimersByTime(550);
    release("touchend");
    vi.advanceTimersByTime(700);
    map.send("touchstart", 20, 30);
    vi.advanceTimersByTime(550);
    expect(reports).toEqual([
      ["menu", { lngLat: [25, 25], launchPoint: "p1", x: 100, y: 100 }],
      ["place", [5, 7.5]],
    ]);
  });

  it("is not followed by a click after a long press", () => {
    map.send("touchstart", 20, 30);
    vi.advanceTimersByTime(550);
    map.send("click", 20, 30);
    expect(reports.map(([name]) => name)).toEqual(["place"]);
    vi.advanceTimersByTime(700);
    map.send("click", 20, 30);
    expect(reports.map(([name]) => name)).toEqual(["place", "place"]);
  });

  it.each<[string, () => void]>([
    ["moved by more than eight pixels", () => map.send("touchmove", 29, 30)],
    ["joined by a second", () => map.send("touchmove", 20, 30, { fingers: 2 })],
    ["lifted", () => map.send("touchend", 20, 30)],
  ])("does not treat a touch that is %s as a long press", (_, act) => {
    map.send("touchstart", 20, 30);
    act();
    vi.advanceTimersByTime(2000);
    expect(reports).toEqual([]);
  });

  it("pinches the map with two fingers, without a drag or long press", () => {
    expect(map.send("touchstart", 100, 100, { fingers: 2 })).toBe(false);
    vi.advanceTimersByTime(2000);
    expect(reports).toEqual([]);
  });
});

describe("a right click", () => {
  it("opens the menu, on a launch point or elsewhere", () => {
    expect(map.send("contextmenu", 100, 100)).toBe(true);
    map.send("contextmenu", 20, 30);
    expect(reports).toEqual([
      ["menu", { lngLat: [25, 25], launchPoint: "p1", x: 100, y: 100 }],
      ["menu", { lngLat: [5, 7.5], launchPoint: undefined, x: 20, y: 30 }],
    ]);
  });

  it("is ignored if the browser generated it from a long press", () => {
    map.send("contextmenu", 100, 100, { pointerType: "touch" });
    expect(reports).toEqual([]);
  });
});
