import { parseScenario } from "../scenario/parseScenario.ts";
import type { Problem } from "../scenario/problem.ts";
import { type AppState, type AppStore, splitScenario, type Theme, toScenario } from "./store.ts";

const KEY = "range-rings.autosave";
/** Where a saved state that could not be read whole is put, so that nothing of the user's is lost. */
const DAMAGED_KEY = "range-rings.autosave.damaged";
const DELAY_MS = 400;

type KeptFields = Partial<Pick<AppState, "content" | "view" | "lastSystems" | "theme" | "letterKeys">>;

/** What came of the last session's state; `damaged` when some of it, or all, could not be used. */
export interface Restored {
  state: KeptFields;
  problems: Problem[];
}

const isTheme = (value: unknown): value is Theme => value === "auto" || value === "light" || value === "dark";

/** Reads the state of the last session. Whatever is wrong with it is told, kept aside, and costs only itself. */
export function restoreState(storage: Storage, systemIds: string[]): Restored {
  let text: string | null = null;
  let saved: unknown;
  try {
    text = storage.getItem(KEY);
    if (text === null) return { state: {}, problems: [] };
    saved = JSON.parse(text);
  } catch (error) {
    setAside(storage, text);
    const detail = error instanceof Error ? error.message : String(error);
    return { state: {}, problems: text === null ? [] : [{ path: "", code: "notJson", values: { detail } }] };
  }
  const fields: Record<string, unknown> = typeof saved === "object" && saved !== null ? { ...saved } : {};
  const { scenario, problems } = parseScenario(fields["scenario"], systemIds);
  if (problems.length > 0) setAside(storage, text);
  const state: KeptFields = {};
  if (scenario) {
    const { content, view } = splitScenario(scenario);
    state.content = content;
    if (view) state.view = view;
  }
  const systems = fields["lastSystems"];
  if (Array.isArray(systems)) state.lastSystems = systems.filter((id): id is string => typeof id === "string" && systemIds.includes(id));
  if (isTheme(fields["theme"])) state.theme = fields["theme"];
  if (typeof fields["letterKeys"] === "boolean") state.letterKeys = fields["letterKeys"];
  return { state, problems };
}

function setAside(storage: Storage, text: string | null): void {
  try {
    if (text !== null) storage.setItem(DAMAGED_KEY, text);
  } catch {
    // A full or forbidden store cannot keep the copy; the problem itself is told all the same.
  }
}

/**
 * Saves the state soon after each change, and at once when the page is hidden.
 *
 * @param onError told once when the browser's storage is full or forbidden, and once more after it has worked again
 * @returns a function that stops it
 */
export function startAutosave(store: AppStore, storage: Storage, onError: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failed = false;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.getState();
    const { lastSystems, theme, letterKeys } = state;
    try {
      storage.setItem(KEY, JSON.stringify({ scenario: toScenario(state), lastSystems, theme, letterKeys }));
      failed = false;
    } catch (error) {
      if (!failed) onError(error);
      failed = true;
    }
  };
  const unsubscribe = store.subscribe((state, before) => {
    const changed = state.content !== before.content || state.view !== before.view || state.lastSystems !== before.lastSystems || state.theme !== before.theme || state.letterKeys !== before.letterKeys;
    if (changed) timer ??= setTimeout(save, DELAY_MS);
  });
  const onHide = () => {
    if (timer !== undefined) save();
  };
  globalThis.addEventListener?.("pagehide", onHide);
  globalThis.document?.addEventListener("visibilitychange", onHide);
  return () => {
    onHide();
    unsubscribe();
    globalThis.removeEventListener?.("pagehide", onHide);
    globalThis.document?.removeEventListener("visibilitychange", onHide);
  };
}

/** Tells once when another tab saves its own map over this one's. Returns a function that stops it. */
export function watchOtherTabs(onOther: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY || event.newValue === null) return;
    globalThis.removeEventListener("storage", onStorage);
    onOther();
  };
  globalThis.addEventListener("storage", onStorage);
  return () => globalThis.removeEventListener("storage", onStorage);
}
