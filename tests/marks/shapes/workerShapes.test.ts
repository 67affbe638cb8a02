import { expect, test, vi } from "vitest";
import type { Area } from "../../../src/marks/drawn.ts";
import type { ShapeReply, ShapeRequest } from "../../../src/marks/shapes/shapeWorker.ts";
import { createWorkerShapes } from "../../../src/marks/shapes/workerShapes.ts";

const AREA: Area = {
  type: "Feature",
  properties: {},
  geometry: { type: "MultiPolygon", coordinates: [] },
} as unknown as Area;
const LINE = {
  type: "LineString",
  coordinates: [
    [30, 50],
    [31, 50],
  ],
} as { type: "LineString"; coordinates: [number, number][] };

/** A worker under the test's hand. */
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
  const ask = () => {
    shapes.beginRound();
    const area = shapes.buffer(LINE, 100);
    shapes.endRound();
    return area;
  };
  return { workers, onReady, onError, ask };
}

test("a worker that dies is replaced, and what it was at is asked of the next", () => {
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

test("a job that kills a second worker is given up, and told of once", () => {
  const { workers, onError, ask } = create();
  ask();
  workers[0]?.die();
  workers[1]?.die();
  expect(onError).toHaveBeenCalledExactlyOnceWith("out of memory");
  expect(ask()).toBeUndefined();
  expect(workers.flatMap((worker) => worker.asked)).toHaveLength(2);
});

test("a worker that dies at rest costs nothing but itself", () => {
  const { workers, onError, ask } = create();
  ask();
  workers[0]?.answer((key) => ({ key, area: AREA }));
  workers[0]?.die();
  expect(onError).not.toHaveBeenCalled();
  expect(ask()).toBe(AREA);
});

test("a job that never answers is given up in the end", () => {
  vi.useFakeTimers();
  const { workers, onError, ask } = create();
  ask();
  vi.advanceTimersByTime(120_000);
  expect(workers[0]?.terminated).toBe(true);
  expect(onError).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
