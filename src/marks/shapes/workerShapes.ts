import type { Countries } from "./countries.ts";
import type { Area } from "../drawn.ts";
import { keyOf, type ShapeJob } from "./shapeKey.ts";
import type { ShapeSource } from "./shapeSource.ts";
import type { ShapeReply, ShapeRequest } from "./shapeWorker.ts";

/** Answers kept: as many as a few minutes of work ask for. */
const MOST_KEPT = 400;
/** A job that nobody wants any more is stopped once it has run for this long; a shorter one is let finish. */
const STALE_MS = 400;
/** A job that has not answered by then is given up, and its worker replaced. */
const MOST_MS = 120_000;

/** What is being computed: nothing at 0 jobs. */
export interface ShapeProgress {
  jobs: number;
  /** Share of the job under way, 0 to 1. */
  share: number;
}

export interface WorkerShapesOptions {
  /** Starts a worker of shapeWorker.ts. */
  startWorker: () => Worker;
  /** Asks for the outlines of countries; `onReady` is called once they are here. */
  loadCountries: () => Promise<Countries>;
  /** Something that was pending is here: build the figure again. */
  onReady: () => void;
  onProgress: (progress: ShapeProgress) => void;
  onError: (detail: string) => void;
}

/**
 * Shapes computed in a worker, so that the page never stalls. An answer that is not here yet is undefined, and `onReady` tells when to ask
 * again. Jobs that the last round of asking no longer named are dropped; a worker that dies is replaced.
 */
export function createWorkerShapes({
  startWorker,
  loadCountries,
  onReady,
  onProgress,
  onError,
}: WorkerShapesOptions): ShapeSource & { beginRound: () => void; endRound: () => void } {
  const known = new Map<string, Area | { failed: true }>();
  const queue = new Map<string, ShapeJob>();
  /** Jobs under which a worker has died once: at the second death the job is to blame. */
  const deadly = new Set<string>();
  let wanted = new Set<string>();
  let running: { key: string; job: ShapeJob; since: number; timer: ReturnType<typeof setTimeout> } | undefined;
  let worker: Worker | undefined;
  let countries: Countries | undefined;
  let loading: Promise<void> | undefined;

  const tell = (share = 0) => onProgress({ jobs: queue.size + (running ? 1 : 0), share });
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
  const finish = (key: string, area: Area | { failed: true }) => {
    if (running) clearTimeout(running.timer);
    running = undefined;
    known.set(key, area);
    for (const old of known.keys()) {
      if (known.size <= MOST_KEPT) break;
      if (!wanted.has(old)) known.delete(old);
    }
    if (wanted.has(key)) onReady();
    next();
  };
  const onReply = ({ data }: MessageEvent<ShapeReply>) => {
    if (running?.key !== data.key) return;
    if ("progress" in data) tell(data.progress);
    else if ("area" in data) finish(data.key, data.area);
    else {
      fail(data.key, data.error);
      finish(data.key, { failed: true });
    }
  };
  const next = () => {
    const [first] = queue;
    if (running || !first) return tell();
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
      fail(key, `${MOST_MS / 1000} s`);
      next();
    }, MOST_MS);
    running = { key, job, since: Date.now(), timer };
    worker.postMessage({ key, job } satisfies ShapeRequest);
    tell();
  };
  const ask = (job: ShapeJob): Area | undefined => {
    const key = keyOf(job);
    wanted.add(key);
    const answer = known.get(key);
    if (answer) return "failed" in answer ? undefined : answer;
    if (running?.key !== key) queue.set(key, job);
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
  return {
    beginRound() {
      wanted = new Set();
      queue.clear();
    },
    endRound() {
      if (running && !wanted.has(running.key) && Date.now() - running.since > STALE_MS) stop();
      next();
    },
    outlineOf(geometry) {
      if (geometry.type !== "Country") return geometry.type === "Point" ? undefined : geometry;
      if (!countries) ensureCountries();
      return countries?.geometryOf(geometry.code, geometry.parts);
    },
    buffer: (geometry, rangeKm) => ask({ kind: "buffer", geometry, rangeKm }),
    coverage: (areas, rings, atLeast) => ask({ kind: "coverage", areas, rings, atLeast }),
  };
}
