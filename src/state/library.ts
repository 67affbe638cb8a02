import { createStore, del, entries, get, set } from "idb-keyval";
import * as z from "zod/mini";
import { type ParsedScenario, parseScenario } from "../scenario/parseScenario.ts";
import type { Problem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What the list shows of a saved scenario. */
export interface SavedEntry {
  id: string;
  name: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  launchPoints: number;
}

/** The stored record. The scenario is stored as written; it is parsed and upgraded only when opened. */
const RecordSchema = z.object({
  id: z.string(),
  name: z.string(),
  savedAt: z.number(),
  launchPoints: z.number(),
  scenario: z.unknown(),
});
type SavedRecord = z.infer<typeof RecordSchema>;

/** The storage for records: IndexedDB in the browser, a map in tests. */
export interface LibraryStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  entries(): Promise<[unknown, unknown][]>;
}

/** A value, or the problem that the browser's storage reported. No promise here rejects. */
export type LibraryResult<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface Library {
  /** Sorted newest first. A record that cannot be read is not listed, and not deleted. */
  list(): Promise<LibraryResult<SavedEntry[]>>;
  /**
   * Saves under a new id, or overwrites an entry.
   *
   * @param over the entry to overwrite, as last seen: if another tab has changed it since, it is not overwritten
   */
  save(scenario: Scenario, name: string, over?: SavedEntry): Promise<LibraryResult<SavedEntry>>;
  open(id: string, systemIds: Iterable<string>): Promise<LibraryResult<ParsedScenario>>;
  rename(id: string, name: string): Promise<LibraryResult<SavedEntry>>;
  duplicate(id: string, name: string): Promise<LibraryResult<SavedEntry>>;
  /** Deletes an entry; `undo` restores it. */
  remove(id: string): Promise<LibraryResult<{ undo: () => Promise<LibraryResult<SavedEntry>> }>>;
}

interface LibraryOptions {
  now?: () => number;
  newId?: () => string;
}

const MAX_NAME = 200;
const missing = (id: string): Problem => ({ path: "", code: "savedMissing", values: { value: id } });
const entryOf = ({ scenario: _scenario, ...entry }: SavedRecord): SavedEntry => entry;

class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

async function attempt<T>(run: () => Promise<T>): Promise<LibraryResult<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    const full = error instanceof Error && error.name === "QuotaExceededError";
    const detail = error instanceof Error ? error.message || error.name : String(error);
    return { ok: false, problem: { path: "", code: full ? "storageFull" : "storageFailed", values: { detail } } };
  }
}

/** The IndexedDB store. It is opened on first use; if the browser forbids that, each operation fails separately. */
export function openLibraryStore(): LibraryStore {
  let store: ReturnType<typeof createStore> | undefined;
  const opened = () => (store ??= createStore("range-rings", "library"));
  return {
    get: async (key) => get(key, opened()),
    set: async (key, value) => set(key, value, opened()),
    del: async (key) => del(key, opened()),
    entries: async () => entries(opened()),
  };
}

const randomId = (): string =>
  // randomUUID does not exist on plain HTTP.
  globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** Named scenarios kept in the browser. */
export function createLibrary(store: LibraryStore, { now = Date.now, newId = randomId }: LibraryOptions = {}): Library {
  const read = async (id: string): Promise<SavedRecord> => {
    const parsed = RecordSchema.safeParse(await store.get(id));
    if (!parsed.success) throw new Refused(missing(id));
    return parsed.data;
  };
  const write = async (record: SavedRecord): Promise<SavedEntry> => {
    await store.set(record.id, record);
    return entryOf(record);
  };
  return {
    list: () =>
      attempt(async () => {
        const records = (await store.entries()).flatMap(([, value]) => {
          const parsed = RecordSchema.safeParse(value);
          return parsed.success ? [entryOf(parsed.data)] : [];
        });
        return records.sort((a, b) => b.savedAt - a.savedAt || a.id.localeCompare(b.id));
      }),
    save: (scenario, name, over) =>
      attempt(async () => {
        if (over) {
          const current = RecordSchema.safeParse(await store.get(over.id));
          if (current.success && current.data.savedAt !== over.savedAt)
            throw new Refused({ path: "", code: "savedElsewhere", values: { value: current.data.name } });
        }
        // Two saves within a millisecond must get different times, by which changes are detected.
        const savedAt = over ? Math.max(now(), over.savedAt + 1) : now();
        return write({
          id: over?.id ?? newId(),
          name: name.trim().slice(0, MAX_NAME),
          savedAt,
          launchPoints: scenario.launchPoints.length,
          scenario,
        });
      }),
    open: (id, systemIds) => attempt(async () => parseScenario((await read(id)).scenario, systemIds)),
    rename: (id, name) => attempt(async () => write({ ...(await read(id)), name: name.trim().slice(0, MAX_NAME) })),
    duplicate: (id, name) =>
      attempt(async () =>
        write({ ...(await read(id)), id: newId(), name: name.trim().slice(0, MAX_NAME), savedAt: now() }),
      ),
    remove: (id) =>
      attempt(async () => {
        const value = await store.get(id);
        const record = await read(id);
        await store.del(id);
        const undo = () =>
          attempt(async () => {
            await store.set(id, value);
            return entryOf(record);
          });
        return { undo };
      }),
  };
}
