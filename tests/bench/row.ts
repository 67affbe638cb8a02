import { Bench } from "tinybench";

/** One comparison: the medians of ours and of a peer, in milliseconds. */
export interface Row {
  what: string;
  peer: string;
  oursMs: number;
  peerMs: number;
  /** How many times as fast ours must be; left out where the peer only gives context. */
  atLeast?: number;
  /** How many milliseconds ours may take on an idle machine; left out where only the ratio counts. */
  atMostMs?: number;
  /** What else was measured: errors, areas, memory. */
  note?: string;
}

/** A file `NAME.bench.ts` exports one as its default. */
export interface Suite {
  run: () => Promise<Row[]>;
}

/** Median time of a task in milliseconds: over `timeMs` for quick ones; slow ones are run `once`, after the quick ones have warmed the code. */
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
