import { describe, expect, it } from "vitest";
import { coverage, coverageAtLeast, coverageInWorker, GeodesyError, rangeRing } from "../../../src/geodesy/index.ts";
import { runCoverageTask, type CoverageRequest } from "../../../src/geodesy/overlay/coverageTask.ts";
import type { WorkerLike } from "../../../src/geodesy/overlay/coverageInWorker.ts";

/** A worker in this thread: what it gets and gives is copied, as between threads, and comes later. */
class WorkerHere extends EventTarget implements WorkerLike {
  terminated = false;

  postMessage(message: unknown): void {
    const request = structuredClone(message) as CoverageRequest;
    setTimeout(() => {
      if (this.terminated) return;
      runCoverageTask(request, (answer) => {
        const data: unknown = structuredClone(answer);
        setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
      });
    });
  }

  terminate(): void {
    this.terminated = true;
  }
}

const rings = () => [
  rangeRing([30, 50], 200, { steps: 32 }),
  rangeRing([32, 50], 200, { steps: 32 }),
  { center: [31, 51], rangeKm: 150 },
];

describe("coverageInWorker", () => {
  it("gives what coverage gives, crossings on the true rings included, and ends its worker", async () => {
    const worker = new WorkerHere();
    const shares: number[] = [];
    const area = await coverageInWorker(rings(), {
      createWorker: () => worker,
      onProgress: (share) => shares.push(share),
    });
    expect(area).toEqual(coverage(rings()));
    expect(shares.at(-1)).toBe(1);
    expect(worker.terminated).toBe(true);
    const twice = await coverageInWorker(rings(), { createWorker: () => new WorkerHere(), count: 2 });
    expect(twice).toEqual(coverageAtLeast(rings(), 2));
  });

  it("stops at an abort", async () => {
    const worker = new WorkerHere();
    const control = new AbortController();
    const result = coverageInWorker(rings(), { createWorker: () => worker, signal: control.signal });
    control.abort(new Error("enough"));
    await expect(result).rejects.toThrow("enough");
    expect(worker.terminated).toBe(true);
    await expect(coverageInWorker(rings(), { createWorker: () => worker, signal: control.signal })).rejects.toThrow(
      "enough",
    );
  });

  it("passes errors on with their fields", async () => {
    const error: unknown = await coverageInWorker([{ center: [0, 0], rangeKm: -1 }], {
      createWorker: () => new WorkerHere(),
    }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GeodesyError);
    expect(error).toMatchObject({ code: "negative", argument: "rings[0] rangeKm", value: -1 });
  });
});
