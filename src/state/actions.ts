import {
  addLaunchPoints,
  changeDisplay,
  changeLaunchPoints,
  changeTitle,
  createIdMaker,
  duplicateLaunchPoint,
  isFullFor,
  moveLaunchPoint,
  removeLaunchPoints,
  reorderLaunchPoint,
  type ScenarioContent,
  toggleSystem,
} from "../scenario/edits.ts";
import { MAX_LAUNCH_POINTS, MAX_POINT_NAME, MAX_SYSTEMS, MAX_ZOOM, MIN_ZOOM } from "../scenario/limits.ts";
import type { Tool } from "../map/tool.ts";
import { translateExample } from "../scenario/examples.ts";
import type { Problem } from "../scenario/problem.ts";
import type { Display, LaunchGeometry, LaunchPoint, Scenario, View } from "../scenario/scenario.ts";
import {
  type AppStore,
  type EditAction,
  type EditLabel,
  type Measure,
  type Notice,
  splitScenario,
  type Theme,
} from "./store.ts";

/** Edits of the same kind to the same object within this time are one undo step: typing a name, nudging a point. */
const MERGE_MS = 1200;
const NAMES_IN_LABEL = 60;

/** Everything that the interface can do to the state. Each edit is one named undo step. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(store: AppStore, now: () => number = Date.now) {
  let last: { key: string; time: number; content: ScenarioContent } | undefined;

  /** Drops references to removed content: selected launch points, and custom systems preselected for the next launch point. */
  const dropStaleReferences = (before: ScenarioContent) => {
    const { content, selected, lastSystems } = store.getState();
    const ids = new Set(content.launchPoints.map((point) => point.id));
    if (selected.some((id) => !ids.has(id))) store.setState({ selected: selected.filter((id) => ids.has(id)) });
    const isLost = (id: string) =>
      before.customSystems.some((own) => own.id === id) && !content.customSystems.some((own) => own.id === id);
    if (lastSystems.some(isLost)) store.setState({ lastSystems: lastSystems.filter((id) => !isLost(id)) });
  };

  const commit = (content: ScenarioContent, edit: EditLabel, mergeKey?: string) => {
    const before = store.getState().content;
    if (content === before) return;
    const time = now();
    const merges =
      mergeKey !== undefined && last?.key === mergeKey && time - last.time < MERGE_MS && last.content === before;
    const { pause, resume } = store.temporal.getState();
    if (merges) pause();
    // While a name is being typed, the undo label keeps the name from before the first letter.
    store.setState({ content, edit: merges && edit.action === "rename" ? store.getState().edit : edit });
    if (merges) resume();
    dropStaleReferences(before);
    last = mergeKey === undefined ? undefined : { key: mergeKey, time, content };
  };
  const content = () => store.getState().content;
  const nameOf = (ids: string[]): string => {
    const names = content()
      .launchPoints.filter((point) => ids.includes(point.id))
      .map((point) => point.name || point.id);
    return names.join(", ").slice(0, NAMES_IN_LABEL);
  };
  const label = (action: EditAction, ids: string[]): EditLabel => ({ action, name: nameOf(ids) });
  const changePoints = (ids: string[], change: Partial<Omit<LaunchPoint, "id">>, action: EditAction) =>
    commit(changeLaunchPoints(content(), ids, change), label(action, ids), `${action}:${ids.join()}`);

  let noticeId = 0;
  const notify = (notice: Omit<Notice, "id">) => {
    noticeId += 1;
    store.setState(({ notices }) => ({ notices: [...notices.slice(-4), { ...notice, id: noticeId }] }));
  };
  const dismissCode = (code: string) =>
    store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.code !== code) }));
  /** Notifies the user that a limit cut an edit short. A second notice with the same code replaces the first. */
  const notifyLimit = (code: string, values: Record<string, number>) => {
    dismissCode(code);
    notify({ kind: "info", code, values });
  };
  const requestFit = () => store.setState(({ fitRequests }) => ({ fitRequests: fitRequests + 1 }));

  return {
    /** Adds launch points and selects them; a point without systems gets those used last. Returns the ids of the points that fitted the limit. */
    add(
      points: { name: string; geometry: LaunchGeometry; systems?: string[] }[],
      action: EditAction = "add",
    ): string[] {
      const { lastSystems } = store.getState();
      const newId = createIdMaker(content().launchPoints, "p");
      const added = points.map(({ name, geometry, systems = lastSystems }): LaunchPoint => ({
        id: newId(),
        name,
        geometry,
        systems,
      }));
      const after = addLaunchPoints(content(), added);
      const ids = after.launchPoints.slice(content().launchPoints.length).map((point) => point.id);
      const leftOut = added.length - ids.length;
      if (leftOut > 0) notifyLimit("limitPoints", { bound: MAX_LAUNCH_POINTS, count: leftOut });
      if (ids.length === 0) return ids;
      const name = added
        .slice(0, ids.length)
        .map((point) => point.name)
        .join(", ")
        .slice(0, NAMES_IN_LABEL);
      commit(after, { action, name });
      store.setState({ selected: ids });
      return ids;
    },
    drag(id: string, lngLat: [number, number]) {
      store.setState({ drag: { id, lngLat } });
    },
    drop(id: string, lngLat: [number, number]) {
      store.setState({ drag: null });
      const point = content().launchPoints.find((item) => item.id === id);
      if (point?.geometry.type === "Point")
        commit(moveLaunchPoint(content(), id, { type: "Point", coordinates: lngLat }), label("move", [id]));
    },
    move(id: string, geometry: LaunchGeometry) {
      commit(moveLaunchPoint(content(), id, geometry), label("move", [id]), `move:${id}`);
    },
    rename(id: string, name: string) {
      changePoints([id], { name }, "rename");
    },
    hide(ids: string[], hidden: boolean) {
      changePoints(ids, { hidden }, hidden ? "hide" : "show");
    },
    recolor(ids: string[], color: string | undefined) {
      changePoints(ids, { color }, "color");
    },
    regroup(ids: string[], group: string | undefined) {
      changePoints(ids, { group }, "group");
    },
    toggleSystem(ids: string[], system: string, on: boolean) {
      const full = content().launchPoints.filter((point) => on && ids.includes(point.id) && isFullFor(point, system));
      if (full.length > 0) notifyLimit("limitSystems", { bound: MAX_SYSTEMS, count: full.length });
      commit(toggleSystem(content(), ids, system, on), label("systems", ids));
      const first = content().launchPoints.find((point) => ids.includes(point.id));
      if (first) store.setState({ lastSystems: first.systems });
    },
    setSystems(ids: string[], systems: string[]) {
      changePoints(ids, { systems }, "systems");
      store.setState({ lastSystems: systems.slice(0, MAX_SYSTEMS) });
    },
    remove(ids: string[]) {
      commit(removeLaunchPoints(content(), ids), label("remove", ids));
    },
    duplicate(id: string, name: string) {
      if (content().launchPoints.length >= MAX_LAUNCH_POINTS)
        notifyLimit("limitPoints", { bound: MAX_LAUNCH_POINTS, count: 1 });
      else if (name.length > MAX_POINT_NAME) notifyLimit("limitName", { bound: MAX_POINT_NAME });
      commit(duplicateLaunchPoint(content(), id, name), label("duplicate", [id]));
    },
    reorder(id: string, toIndex: number) {
      commit(reorderLaunchPoint(content(), id, toIndex), label("reorder", [id]));
    },
    setTitle(title: string) {
      commit(changeTitle(content(), title), { action: "title", name: title }, "title");
    },
    /** Changes display settings. A change of language also translates the texts of an unedited example. */
    setDisplay(change: Partial<Display>) {
      const translated = change.language === undefined ? content() : translateExample(content(), change.language);
      commit(
        changeDisplay(translated, change),
        { action: "display", name: "" },
        `display:${Object.keys(change).join()}`,
      );
    },
    /** Makes any other change to the content as one named step. After an import, the map zooms to show everything. */
    change(make: (content: ScenarioContent) => ScenarioContent, edit: EditLabel, mergeKey?: string) {
      commit(make(content()), edit, mergeKey);
      if (edit.action === "import") requestFit();
    },
    /** Replaces the scenario; undo restores the previous one. */
    open(scenario: Scenario, name = scenario.title) {
      const { content: opened, view } = splitScenario(scenario);
      commit(opened, { action: "open", name });
      store.setState(({ opened: count }) => ({
        selected: [],
        opened: count + 1,
        toldOf: "",
        ...(view && { view }),
      }));
      if (!view) requestFit();
    },
    clear() {
      const { display, version } = content();
      commit({ version, title: "", launchPoints: [], customSystems: [], display }, { action: "clear", name: "" });
      store.setState({ selected: [] });
    },
    select(ids: string[]) {
      store.setState({ selected: ids });
    },
    setView(view: View) {
      const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom));
      store.setState({ view: zoom === view.zoom ? view : { ...view, zoom } });
    },
    setTool(tool: Tool) {
      store.setState({ tool, measure: null });
    },
    setMeasure(measure: Measure | null) {
      store.setState({ measure });
    },
    setLetterKeys(letterKeys: boolean) {
      store.setState({ letterKeys });
    },
    setTheme(theme: Theme) {
      store.setState({ theme });
    },
    notify,
    reportProblems(code: string, problems: Problem[], values?: Record<string, string | number>) {
      notify({ kind: "error", code, problems, ...(values && { values }) });
    },
    /** Notifies the user that a part of the program could not be loaded, and offers to retry. */
    reportFailedPart(error: unknown, retry: () => void) {
      const detail = error instanceof Error ? error.message : String(error);
      const choices = [
        { choice: "retry", run: retry },
        { choice: "leave", run: () => {} },
      ];
      dismissCode("partFailed");
      notify({ kind: "error", code: "partFailed", values: { detail }, choices });
    },
    /** Takes it that the user knows what a version of the catalogue has changed since the map was saved. */
    acknowledgeChanges(toldOf: string) {
      store.setState({ toldOf });
    },
    dismiss(id: number) {
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
    /** Dismisses notices that no longer apply. */
    dismissCode,
    undo() {
      last = undefined;
      const before = content();
      store.temporal.getState().undo();
      dropStaleReferences(before);
    },
    redo() {
      last = undefined;
      const before = content();
      store.temporal.getState().redo();
      dropStaleReferences(before);
    },
  };
}
