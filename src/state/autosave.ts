import { type AppStore, toScenario } from "./store.ts";

export const AUTOSAVE_KEY = "range-rings.autosave";
const DELAY_MS = 400;

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
      storage.setItem(AUTOSAVE_KEY, JSON.stringify({ scenario: toScenario(state), lastSystems, theme, letterKeys }));
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

/** Whether an earlier session has left anything: reading it needs the schemas, which a first visit does without. */
export function hasAutosave(storage: Storage): boolean {
  try {
    return storage.getItem(AUTOSAVE_KEY) !== null;
  } catch {
    return false;
  }
}

/** Tells once when another tab saves its own map over this one's. Returns a function that stops it. */
export function watchOtherTabs(onOther: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== AUTOSAVE_KEY || event.newValue === null) return;
    globalThis.removeEventListener("storage", onStorage);
    onOther();
  };
  globalThis.addEventListener("storage", onStorage);
  return () => globalThis.removeEventListener("storage", onStorage);
}
