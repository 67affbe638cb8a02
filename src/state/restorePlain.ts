import { readPlainScenario } from "../scenario/readPlainScenario.ts";
import { AUTOSAVE_KEY } from "./autosave.ts";
import { type AppState, splitScenario, type Theme } from "./store.ts";

export type KeptFields = Partial<Pick<AppState, "content" | "view" | "lastSystems" | "theme" | "letterKeys">>;

const isTheme = (value: unknown): value is Theme => value === "auto" || value === "light" || value === "dark";

/** The user's settings beside the map; one that is none is left out. */
export function settingsOf(fields: Record<string, unknown>, systemIds: string[]): KeptFields {
  const kept: KeptFields = {};
  const systems = fields["lastSystems"];
  if (Array.isArray(systems))
    kept.lastSystems = systems.filter((id): id is string => typeof id === "string" && systemIds.includes(id));
  if (isTheme(fields["theme"])) kept.theme = fields["theme"];
  if (typeof fields["letterKeys"] === "boolean") kept.letterKeys = fields["letterKeys"];
  return kept;
}

/** The state of the last session where its map is a plain one; undefined where `restoreState` has to look at it. */
export function restorePlain(storage: Storage, systemIds: string[]): KeptFields | undefined {
  try {
    const saved: unknown = JSON.parse(storage.getItem(AUTOSAVE_KEY) ?? "null");
    if (typeof saved !== "object" || saved === null || !("scenario" in saved)) return undefined;
    const scenario = readPlainScenario(saved.scenario, systemIds);
    if (!scenario) return undefined;
    const { content, view } = splitScenario(scenario);
    return { content, ...(view && { view }), ...settingsOf({ ...saved }, systemIds) };
  } catch {
    return undefined;
  }
}
