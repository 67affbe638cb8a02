import { parseScenario } from "../scenario/parseScenario.ts";
import type { Problem } from "../scenario/problem.ts";
import { MAX_SYSTEMS } from "../scenario/limits.ts";
import { AUTOSAVE_KEY } from "./autosave.ts";
import { type AppState, splitScenario, type Theme } from "./store.ts";

/** Storage key for a copy of a saved state that could not be read completely, so that the user loses nothing. */
const DAMAGED_KEY = "range-rings.autosave.damaged";

type KeptFields = Partial<Pick<AppState, "content" | "view" | "lastSystems" | "theme" | "letterKeys" | "toldOf">>;

/** The usable parts of the last session's state, and the problems with the rest. */
export interface Restored {
  state: KeptFields;
  problems: Problem[];
}

const isTheme = (value: unknown): value is Theme => value === "auto" || value === "light" || value === "dark";

/** The user's settings apart from the map, without invalid ones. */
function settingsOf(fields: Record<string, unknown>, systemIds: string[]): KeptFields {
  const kept: KeptFields = {};
  const systems = fields["lastSystems"];
  if (Array.isArray(systems)) {
    const known = systems.filter((id): id is string => typeof id === "string" && systemIds.includes(id));
    kept.lastSystems = [...new Set(known)].slice(0, MAX_SYSTEMS);
  }
  if (isTheme(fields["theme"])) kept.theme = fields["theme"];
  if (typeof fields["letterKeys"] === "boolean") kept.letterKeys = fields["letterKeys"];
  if (typeof fields["toldOf"] === "string") kept.toldOf = fields["toldOf"];
  return kept;
}

/** Reads the state of the last session; empty on a first visit. Invalid parts are reported and left out, and the saved text is kept. */
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
    // Full or forbidden storage cannot keep the copy, but the problem is still reported.
  }
}
