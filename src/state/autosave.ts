import type { ScenarioContent } from "../scenario/edits.ts";
import { isSameMap } from "../scenario/isSameMap.ts";
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

/** The map in a saved state, whatever view or settings were saved with it; undefined where none can be read. */
function mapIn(text: string | null): unknown {
  try {
    return (JSON.parse(text ?? "null") as { scenario?: unknown } | null)?.scenario;
  } catch {
    return undefined;
  }
}

/**
 * Reports each time that another tab saves another map over this one's: neither the one that was saved before nor the one that `own` gives.
 * Another view, theme or order of keys is nothing that could be lost.
 *
 * @returns a function that stops it
 */
export function watchOtherTabs(own: () => ScenarioContent, onOther: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== AUTOSAVE_KEY || event.newValue === null) return;
    const theirs = mapIn(event.newValue);
    if (!isSameMap(theirs, mapIn(event.oldValue)) && !isSameMap(theirs, own())) onOther();
  };
  globalThis.addEventListener("storage", onStorage);
  return () => globalThis.removeEventListener("storage", onStorage);
}
