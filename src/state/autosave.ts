import type { ScenarioContent } from "../scenario/edits.ts";
import { isSameMap } from "../scenario/isSameMap.ts";
import { type AppStore, toScenario } from "./store.ts";

export const AUTOSAVE_KEY = "range-rings.autosave";
const DELAY_MS = 400;

/** Controls a running autosave, which can be suspended while another tab's map is in the same storage. */
export interface Autosave {
  /** Saves pending changes and stops. */
  stop: () => void;
  /** Suspends saving. */
  hold: () => void;
  /** Resumes, and overwrites the storage with this page's state. */
  keepMine: () => void;
  /** Resumes; the storage is not overwritten until the next change. */
  goOn: () => void;
}

/**
 * Saves the state soon after each change, and at once when the page is hidden.
 *
 * @param onError called when the browser's storage is full or forbidden, but not again until a save has succeeded
 * @param version of the present catalogue, with which a map that is not of an older one is saved
 */
export function startAutosave(
  store: AppStore,
  storage: Storage,
  onError: (error: unknown) => void,
  version?: string,
): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failed = false;
  let held = false;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.getState();
    const { lastSystems, theme, letterKeys, toldOf } = state;
    const { catalogVersion = version, ...content } = toScenario(state);
    const scenario = { ...content, ...(catalogVersion !== undefined && { catalogVersion }) };
    try {
      storage.setItem(AUTOSAVE_KEY, JSON.stringify({ scenario, lastSystems, theme, letterKeys, toldOf }));
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
      state.letterKeys !== before.letterKeys ||
      state.toldOf !== before.toldOf;
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

/** The map in a saved state, without settings; undefined if the state cannot be read. */
function mapIn(text: string | null): unknown {
  try {
    return (JSON.parse(text ?? "null") as { scenario?: unknown } | null)?.scenario;
  } catch {
    return undefined;
  }
}

/**
 * Calls `onOther` when another tab saves a map that equals neither the one that was saved before nor the one that `own` returns. Changes
 * of view, theme or key order are ignored, because overwriting them loses nothing of value.
 *
 * @returns a function that stops watching
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
