import { type AppStore, toScenario } from "./store.ts";

export const AUTOSAVE_KEY = "range-rings.autosave";
const DELAY_MS = 400;

/** Saving as it goes, which can be held back while another tab's map is where this one would be saved. */
export interface Autosave {
  /** Saves what is due, and no more. */
  stop: () => void;
  /** Writes nothing from now on, whatever is changed. */
  hold: () => void;
  /** Goes on, and saves this page's state over what is there. */
  keepMine: () => void;
  /** Goes on; what is there stays until the next change. */
  goOn: () => void;
}

/**
 * Saves the state soon after each change, and at once when the page is hidden.
 *
 * @param onError told once when the browser's storage is full or forbidden, and once more after it has worked again
 */
export function startAutosave(store: AppStore, storage: Storage, onError: (error: unknown) => void): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failed = false;
  let held = false;
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
    const changed =
      state.content !== before.content ||
      state.view !== before.view ||
      state.lastSystems !== before.lastSystems ||
      state.theme !== before.theme ||
      state.letterKeys !== before.letterKeys;
    if (changed && !held) timer ??= setTimeout(save, DELAY_MS);
  });
  const onHide = () => {
    if (timer !== undefined) save();
  };
  globalThis.addEventListener?.("pagehide", onHide);
  globalThis.document?.addEventListener("visibilitychange", onHide);
  return {
    stop: () => {
      onHide();
      unsubscribe();
      globalThis.removeEventListener?.("pagehide", onHide);
      globalThis.document?.removeEventListener("visibilitychange", onHide);
    },
    hold: () => {
      held = true;
      clearTimeout(timer);
      timer = undefined;
    },
    keepMine: () => {
      held = false;
      save();
    },
    goOn: () => {
      held = false;
    },
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

/** Whether two saved states hold another map; another view or theme is nothing that could be lost. */
function holdsOtherMap(before: string | null, after: string): boolean {
  const essence = (text: string | null): string => {
    const { scenario } = JSON.parse(text ?? "{}") as { scenario?: { view?: unknown } };
    return JSON.stringify({ ...scenario, view: undefined });
  };
  try {
    return essence(before) !== essence(after);
  } catch {
    return true;
  }
}

/** Tells each time that another tab saves another map over this one's. Returns a function that stops it. */
export function watchOtherTabs(onOther: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === AUTOSAVE_KEY && event.newValue !== null && holdsOtherMap(event.oldValue, event.newValue))
      onOther();
  };
  globalThis.addEventListener("storage", onStorage);
  return () => globalThis.removeEventListener("storage", onStorage);
}
