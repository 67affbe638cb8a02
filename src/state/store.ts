import { temporal, type TemporalState } from "zundo";
import { create, type StoreApi, type UseBoundStore } from "zustand";
import type { ScenarioContent } from "../scenario/edits.ts";
import type { Tool } from "../map/tool.ts";
import type { Problem } from "../scenario/problem.ts";
import { emptyScenario } from "../scenario/emptyScenario.ts";
import type { Scenario, View } from "../scenario/scenario.ts";

/** Describes an edit for the undo button: the message `edit.<action>` with the name of the edited object. */
export interface EditLabel {
  action: EditAction;
  name: string;
}
export type EditAction =
  | "add"
  | "move"
  | "rename"
  | "systems"
  | "hide"
  | "show"
  | "remove"
  | "duplicate"
  | "reorder"
  | "group"
  | "color"
  | "title"
  | "display"
  | "open"
  | "clear"
  | "custom"
  | "import"
  | "caption";

/** A launch point being dragged. It is shown at once, and becomes an undo step when it is dropped. */
export interface Drag {
  id: string;
  lngLat: [number, number];
}

/** A notice for the user: a message and its underlying problems, if any. */
export interface Notice {
  id: number;
  kind: "info" | "error";
  /** The message `notice.<code>`. */
  code: string;
  values?: Record<string, string | number>;
  problems?: Problem[];
  /** Further lines of the message, in words. */
  lines?: string[];
  /** Actions for the user, labelled by the message `choice.<choice>`. A notice with choices cannot be dismissed without choosing. */
  choices?: { choice: string; run: () => void }[];
}

/** A measurement from a launch point to a place that follows the pointer or is fixed. */
export interface Measure {
  from: string;
  lngLat: [number, number];
}

export type Theme = "auto" | "light" | "dark";

export interface AppState {
  content: ScenarioContent;
  edit: EditLabel | null;
  view: View;
  drag: Drag | null;
  selected: string[];
  lastSystems: string[];
  theme: Theme;
  /** Whether single letters are shortcuts. */
  letterKeys: boolean;
  tool: Tool;
  measure: Measure | null;
  /** Incremented by commands that show the whole map, such as opening a file. Undo and redo do not change it, so they do not move the camera. */
  fitRequests: number;
  notices: Notice[];
  /** Counts the maps that were opened in place of another. */
  opened: number;
  /** The version of the catalogue whose differences from the one that the map was saved with the user knows; empty for none. */
  toldOf: string;
}

/** Where each field is kept. A field that is kept nowhere is lost when the page closes. */
export const FIELD_HOMES: Record<keyof AppState, { undo: boolean; link: boolean; autosave: boolean }> = {
  content: { undo: true, link: true, autosave: true },
  edit: { undo: true, link: false, autosave: false },
  view: { undo: false, link: true, autosave: true },
  drag: { undo: false, link: false, autosave: false },
  selected: { undo: false, link: false, autosave: false },
  lastSystems: { undo: false, link: false, autosave: true },
  theme: { undo: false, link: false, autosave: true },
  letterKeys: { undo: false, link: false, autosave: true },
  tool: { undo: false, link: false, autosave: false },
  measure: { undo: false, link: false, autosave: false },
  fitRequests: { undo: false, link: false, autosave: false },
  notices: { undo: false, link: false, autosave: false },
  opened: { undo: false, link: false, autosave: false },
  toldOf: { undo: false, link: false, autosave: true },
};

/** The view of a first visit. */
export const FIRST_VIEW: View = { center: [31, 48.5], zoom: 3.6 };
/** More than a day's work needs. Steps share unchanged objects, so each is small. */
const UNDO_STEPS = 1000;

type Undoable = Pick<AppState, "content" | "edit">;
export type AppStore = UseBoundStore<StoreApi<AppState>> & { temporal: StoreApi<TemporalState<Undoable>> };

/** Splits a scenario into the content, which edits change, and the view. */
export function splitScenario({ view, ...content }: Scenario): { content: ScenarioContent; view: View | undefined } {
  return { content, view };
}

/** Combines content and view to a scenario for saving. */
export function toScenario({ content, view }: Pick<AppState, "content" | "view">): Scenario {
  return { ...content, view };
}

/** The state of one page, with undo over its content. */
export function createAppStore(initial: Partial<AppState> = {}): AppStore {
  return create<AppState>()(
    temporal(
      (): AppState => ({
        content: splitScenario(emptyScenario()).content,
        edit: null,
        view: FIRST_VIEW,
        drag: null,
        selected: [],
        lastSystems: [],
        theme: "auto",
        letterKeys: true,
        tool: "place",
        measure: null,
        fitRequests: 0,
        notices: [],
        opened: 0,
        toldOf: "",
        ...initial,
      }),
      {
        partialize: ({ content, edit }): Undoable => ({ content, edit }),
        equality: (a, b) => a.content === b.content,
        limit: UNDO_STEPS,
      },
    ),
  );
}
