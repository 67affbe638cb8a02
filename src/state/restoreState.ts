import { parseScenario } from "../scenario/parseScenario.ts";
import type { Problem } from "../scenario/problem.ts";
import { AUTOSAVE_KEY } from "./autosave.ts";
import { type KeptFields, settingsOf } from "./restorePlain.ts";
import { splitScenario } from "./store.ts";

/** Where a saved state that could not be read whole is put, so that nothing of the user's is lost. */
const DAMAGED_KEY = "range-rings.autosave.damaged";

/** What came of the last session's state; `damaged` when some of it, or all, could not be used. */
export interface Restored {
  state: KeptFields;
  problems: Problem[];
}

/** Reads the state of the last session. Whatever is wrong with it is told, kept aside, and costs only itself. */
export function restoreState(storage: Storage, systemIds: string[]): Restored {
  let text: string | null = null;
  let saved: unknown;
  try {
    text = storage.getItem(AUTOSAVE_KEY);
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
  Object.assign(state, settingsOf(fields, systemIds));
  return { state, problems };
}

function setAside(storage: Storage, text: string | null): void {
  try {
    if (text !== null) storage.setItem(DAMAGED_KEY, text);
  } catch {
    // A full or forbidden store cannot keep the copy; the problem itself is told all the same.
  }
}
