import { afterEach, expect, test, vi } from "vitest";
import type { Area } from "../../../src/marks/drawn.ts";
import type { ShapeReply, ShapeRequest } from "../../../src/marks/shapes/shapeWorker.ts";
import { type Asker, createWorkerShapes } from "../../../src/marks/shapes/workerShapes.ts";

const AREA: Area = {
  type: "Feature",
  properties: {},
  geometry: { type: "MultiPolygon", coordinates: [] },
} as unknown as Area;
type Line = { type: "LineString"; coordinates: [number, number][] };
const lineAt = (lat: number): Line => ({
  type: "LineString",
  coordinates: [
    [30, lat],
    [31, lat],
  ],
});
const LINE = lineAt(50);

/** A worker controlled by the test. */
class FakeWorker extends EventTarget {
  asked: ShapeRequest[] = [];
  terminated = false;
  postMessage(request: ShapeRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(reply: (key: string) => ShapeReply): void {
    this.dispatchEvent(new MessageEvent("message", { data: reply(this.asked.at(-1)?.key ?? "") }));
  }
  die(): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  }
}

function create() {
  const workers: FakeWorker[] = [];
  const onReady = vi.fn();
  const onError = vi.fn();
  const shapes = createWorkerShapes({
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    loadCountries: () => Promise.reject(new Error("no countries here")),
    onReady,
    onProgress: () => {},
    onError,
  });
  const ask = (asker: Asker = "page", ...lines: Line[]) =>
    shapes.round(asker, () => (lines.length > 0 ? lines : [LINE]).map((line) => shapes.buffer(line, 100))[0]);
  return { workers, onReady, onError, ask, shapes };
}

test("replaces a worker that dies, and repeats its job", () => {
  const { workers, onReady, onError, ask } = create();
  expect(ask()).toBeUndefined();
  workers[0]?.die();
  expect(workers).toHaveLength(2);
  expect(workers[0]?.terminated).toBe(true);
  expect(workers[1]?.asked).toEqual(workers[0]?.asked);
  workers[1]?.answer((key) => ({ key, area: AREA }));
  expect(onReady).toHaveBeenCalledOnce();
  expect(onError).not.toHaveBeenCalled();
  expect(ask()).toBe(AREA);
});

test("abandons a job that kills a second worker, and reports it once", () => {
  const { workers, onError, ask } = create();
  ask();
  workers[0]?.die();
  workers[1]?.die();
  expect(onError).toHaveBeenCalledExactlyOnceWith("out of memory");
  expect(ask()).toBeUndefined();
  expect(workers.flatMap((worker) => worker.asked)).toHaveLength(2);
});

test("loses no job if an idle worker dies", () => {
  const { workers, onError, ask } = create();
  ask();
  workers[0]?.answer((key) => ({ key, area: AREA }));
  workers[0]?.die();
  expect(onError).not.toHaveBeenCalled();
  expect(ask()).toBe(AREA);
});

afterEach(() => void vi.useRealTimers());

test("abandons a job that never answers", () => {
  vi.useFakeTimers();
  const { workers, onError, ask } = create();
  ask();
  vi.advanceTimersByTime(120_000);
  expect(workers[0]?.terminated).toBe(true);
  expect(onError).toHaveBeenCalledOnce();
});

/** The jobs of the current worker, identified by latitude. */
const latitudes = (worker: FakeWorker | undefined) =>
  worker?.asked.map(
    ({ job }) => job.kind === "buffer" && job.geometry.type === "LineString" && job.geometry.coordinates[0]?.[1],
  );

test("a drag of one point neither stops nor delays a buffer for the page", () => {
  vi.useFakeTimers();
  const { workers, ask, onReady } = create();
  ask("page", lineAt(10), lineAt(20));
  // Two seconds of a drag, in which each frame requests a different shape.
  for (let frame = 0; frame < 120; frame += 1) {
    vi.advanceTimersByTime(16);
    ask("drag", lineAt(30 + frame / 10));
  }
  expect(workers).toHaveLength(1);
  expect(workers[0]?.terminated).toBe(false);
  expect(latitudes(workers[0])).toEqual([10]);
  workers[0]?.answer((key) => ({ key, area: AREA }));
  expect(onReady).toHaveBeenCalledOnce();
  // The page's second buffer precedes those of the drag, of which only the last frame is still wanted.
  expect(latitudes(workers[0])).toEqual([10, 20]);
  workers[0]?.answer((key) => ({ key, area: AREA }));
  expect(latitudes(workers[0])).toEqual([10, 20, 41.9]);
});

test("a drag without requests does not affect the page's buffer", () => {
  vi.useFakeTimers();
  const { workers, ask, shapes } = create();
  ask();
  vi.advanceTimersByTime(5000);
  shapes.round("drag", () => undefined);
  shapes.release("drag");
  expect(workers[0]?.terminated).toBe(false);
});

test("stops an unwanted job after it has run for a while, and lets a short one finish", () => {
  vi.useFakeTimers();
  const { workers, ask, shapes } = create();
  const wanted = lineAt(20);
  ask("page", lineAt(10));
  vi.advanceTimersByTime(300);
  ask("page", wanted);
  expect(workers[0]?.terminated).toBe(false);
  vi.advanceTimersByTime(300);
  ask("page", wanted);
  expect(workers[0]?.terminated).toBe(true);
  expect(latitudes(workers[1])).toEqual([20]);
  vi.advanceTimersByTime(500);
  ask("drag", wanted);
  shapes.round("page", () => undefined);
  expect(workers[1]?.terminated).toBe(false);
  shapes.release("drag");
  expect(workers[1]?.terminated).toBe(true);
});
