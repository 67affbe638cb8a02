import { Bench } from "tinybench";

/** One comparison: the medians of ours and of a peer, in milliseconds. */
export interface Row {
  what: string;
  peer: string;
  oursMs: number;
  peerMs: number;
  /** How many times as fast as the peer ours must be; absent if the peer is only for context. */
  atLeast?: number;
  /** How many milliseconds ours may take on an idle machine; absent where only the ratio counts. */
  atMostMs?: number;
  /** Other measurements: errors, areas, memory. */
  note?: string;
}

/** The default export of each `NAME.bench.ts`. */
export interface Suite {
  run: () => Promise<Row[]>;
}

/** Median time of a task in milliseconds, over `timeMs`. A slow task is run `once`, after faster ones have warmed up the code. */
export async function median(task: () => unknown, options: { timeMs?: number; once?: boolean } = {}): Promise<number> {
  if (options.once) {
    const start = performance.now();
    task();
    return performance.now() - start;
  }
  const bench = new Bench({ time: options.timeMs ?? 600, warmupTime: 200, warmupIterations: 3, iterations: 5 });
  bench.add("task", task);
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== "completed") throw new Error(`the task ended ${result?.state ?? "without a result"}`);
  return result.latency.p50;
}
