import type { Countries } from "./countries.ts";
import type { Area } from "../drawn.ts";
import { MergedShape } from "./MergedShape.ts";
import { PAGE_MERGE_BUDGET_BYTES } from "./mergeBytes.ts";
import { keyOf, type ShapeJob } from "./shapeKey.ts";
import type { ShapeSource } from "./shapeSource.ts";
import type { ShapeReply, ShapeRequest } from "./shapeWorker.ts";

/** The number of cached results, enough for a few minutes of work. */
const MOST_KEPT = 400;
/** A job that is no longer wanted is stopped after running this long; a shorter one may finish. */
const STALE_MS = 400;
/** A job that takes longer is abandoned and its worker replaced. Merging shows its progress, and can be cancelled all the while. */
const MOST_MS: Record<ShapeJob["kind"], number> = { buffer: 120_000, merge: 600_000 };

/** What came of a job. */
type Answer = { area: Area } | { merged: MergedShape } | { failed: true };

/** The progress of the shapes being computed; 0 jobs means none. */
export interface ShapeProgress {
  jobs: number;
  /** The completed share of the current job, 0 to 1. */
  share: number;
}

export interface WorkerShapesOptions {
  /** Starts a worker of shapeWorker.ts. */
  startWorker: () => Worker;
  /** Loads the outlines of countries; `onReady` is called when they have loaded. */
  loadCountries: () => Promise<Countries>;
  /** Something that was pending is ready, so the figure must be built again. */
  onReady: () => void;
  onProgress: (progress: ShapeProgress) => void;
  onError: (detail: string) => void;
}

/** Who requests shapes: the page's figure, the launch point that is being dragged, or a picture. */
export type Asker = "page" | "drag" | "picture";

export interface WorkerShapes extends ShapeSource {
  /**
   * Runs `draw`, which requests all shapes that the asker needs from now on. Its earlier requests are dropped unless `draw` or another asker
   * repeats them, so a drag neither cancels nor delays what the rest of the map is waiting for.
   */
  round<T>(asker: Asker, draw: () => T): T;
  /** The asker needs no shapes any more. */
  release(asker: Asker): void;
}

/**
 * Computes shapes in a worker, so that the page stays responsive. A result that is not ready yet is undefined, and `onReady` says when to ask
 * again. A worker that dies is replaced.
 */
export function createWorkerShapes({
  startWorker,
  loadCountries,
  onReady,
  onProgress,
  onError,
}: WorkerShapesOptions): WorkerShapes {
  const known = new Map<string, Answer>();
  const queue = new Map<string, ShapeJob>();
  /** Jobs during which a worker has died once. A second death is blamed on the job. */
  const deadly = new Set<string>();
  const wanted = new Map<Asker, Set<string>>();
  /** Whose round it is: what is asked for outside of one is the page's. */
  let asking: Asker = "page";
  let running: { key: string; job: ShapeJob; since: number; timer: ReturnType<typeof setTimeout> } | undefined;
  let worker: Worker | undefined;
  let countries: Countries | undefined;
  let loading: Promise<void> | undefined;

  const isWanted = (key: string): boolean => [...wanted.values()].some((keys) => keys.has(key));
  const report = (share = 0) => onProgress({ jobs: queue.size + (running ? 1 : 0), share });
  const stop = () => {
    worker?.terminate();
    worker = undefined;
    if (running) clearTimeout(running.timer);
    running = undefined;
  };
  const fail = (key: string, detail: string) => {
    known.set(key, { failed: true });
    onError(detail);
  };
  const finish = (key: string, answer: Answer) => {
    if (running) clearTimeout(running.timer);
    running = undefined;
    known.set(key, answer);
    for (const old of known.keys()) {
      if (known.size <= MOST_KEPT) break;
      if (!isWanted(old)) known.delete(old);
    }
    if (isWanted(key)) onReady();
    next();
  };
  const onReply = ({ data }: MessageEvent<ShapeReply>) => {
    if (running?.key !== data.key) return;
    if ("progress" in data) report(data.progress);
    else if ("area" in data) finish(data.key, { area: data.area });
    else if ("flat" in data) finish(data.key, { merged: new MergedShape(data.flat) });
    else {
      fail(data.key, data.error);
      finish(data.key, { failed: true });
    }
  };
  const next = () => {
    const [first] = queue;
    if (running || !first) return report();
    const [key, job] = first;
    queue.delete(key);
    if (!worker) {
      worker = startWorker();
      worker.addEventListener("message", onReply);
      worker.addEventListener("error", (event) => {
        const died = running;
        stop();
        if (died && deadly.has(died.key)) fail(died.key, event.message || "worker");
        else if (died) {
          deadly.add(died.key);
          queue.set(died.key, died.job);
        }
        next();
      });
    }
    const timer = setTimeout(() => {
      stop();
      fail(key, `${MOST_MS[job.kind] / 1000} s`);
      next();
    }, MOST_MS[job.kind]);
    running = { key, job, since: Date.now(), timer };
    worker.postMessage({ key, job } satisfies ShapeRequest);
    report();
  };
  const ask = (job: ShapeJob): Answer | undefined => {
    const key = keyOf(job);
    wanted.set(asking, (wanted.get(asking) ?? new Set()).add(key));
    const answer = known.get(key);
    if (answer) return answer;
    if (running?.key !== key && !queue.has(key)) queue.set(key, job);
    return undefined;
  };
  const ensureCountries = () => {
    loading ??= loadCountries().then(
      (loaded) => {
        countries = loaded;
        onReady();
      },
      (error: unknown) => {
        loading = undefined;
        onError(error instanceof Error ? error.message : String(error));
      },
    );
  };
  const dropUnwanted = () => {
    for (const key of queue.keys()) if (!isWanted(key)) queue.delete(key);
    if (running && !isWanted(running.key) && Date.now() - running.since > STALE_MS) stop();
    next();
  };
  return {
    round(asker, draw) {
      wanted.delete(asker);
      asking = asker;
      try {
        return draw();
      } finally {
        asking = "page";
        dropUnwanted();
      }
    },
    release(asker) {
      if (wanted.delete(asker)) dropUnwanted();
    },
    outlineOf(geometry) {
      if (geometry.type !== "Country") return geometry.type === "Point" ? undefined : geometry;
      if (!countries) ensureCountries();
      return countries?.geometryOf(geometry.code, geometry.parts);
    },
    countryOf(code) {
      if (!countries) ensureCountries();
      return countries?.wholeOf(code);
    },
    mergeBudgetBytes: PAGE_MERGE_BUDGET_BYTES,
    buffer(geometry, rangeKm) {
      const answer = ask({ kind: "buffer", geometry, rangeKm });
      return answer && "area" in answer ? answer.area : undefined;
    },
    merge(request) {
      const answer = ask({ kind: "merge", ...request });
      return answer && "merged" in answer ? answer.merged : undefined;
    },
  };
}
