import {
  addLaunchPoints,
  changeDisplay,
  changeLaunchPoints,
  duplicateLaunchPoint,
  moveLaunchPoint,
  nextId,
  removeLaunchPoints,
  reorderLaunchPoint,
  type ScenarioContent,
  toggleSystem,
} from "../scenario/edits.ts";
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
  type Tool,
} from "./store.ts";

/** Edits of the same kind to the same thing within this time are one step of undo: typing a name, nudging a point. */
const MERGE_MS = 1200;
const NAMES_IN_LABEL = 60;

/** Everything that the interface can do to the state. Each edit is one named step of undo. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(store: AppStore, now: () => number = Date.now) {
  let last: { key: string; time: number; content: ScenarioContent } | undefined;
  let noticeId = 0;

  /** Lets go of what went with the old content: launch points that were selected, own systems that the next launch point would take. */
  const letGo = (before: ScenarioContent) => {
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
    // A name that is typed letter by letter is told of by the one that it had before the first.
    store.setState({ content, edit: merges && edit.action === "rename" ? store.getState().edit : edit });
    if (merges) resume();
    letGo(before);
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

  return {
    /** Places launch points and selects them; a point without systems takes the last choice. Returns their ids. */
    add(
      points: { name: string; geometry: LaunchGeometry; systems?: string[] }[],
      action: EditAction = "add",
    ): string[] {
      const { lastSystems } = store.getState();
      const added: LaunchPoint[] = [];
      for (const point of points) {
        const id = nextId([...content().launchPoints, ...added], "p");
        added.push({ id, name: point.name, geometry: point.geometry, systems: point.systems ?? lastSystems });
      }
      const name = added
        .map((point) => point.name)
        .join(", ")
        .slice(0, NAMES_IN_LABEL);
      commit(addLaunchPoints(content(), added), { action, name });
      const ids = added.map((point) => point.id);
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
      commit(toggleSystem(content(), ids, system, on), label("systems", ids));
      const first = content().launchPoints.find((point) => ids.includes(point.id));
      if (first) store.setState({ lastSystems: first.systems });
    },
    setSystems(ids: string[], systems: string[]) {
      changePoints(ids, { systems }, "systems");
      store.setState({ lastSystems: systems });
    },
    remove(ids: string[]) {
      commit(removeLaunchPoints(content(), ids), label("remove", ids));
    },
    duplicate(id: string, name: string) {
      commit(duplicateLaunchPoint(content(), id, name), label("duplicate", [id]));
    },
    reorder(id: string, toIndex: number) {
      commit(reorderLaunchPoint(content(), id, toIndex), label("reorder", [id]));
    },
    setTitle(title: string) {
      commit({ ...content(), title }, { action: "title", name: title }, "title");
    },
    /** Another language takes the words of an untouched example with it. */
    setDisplay(change: Partial<Display>) {
      const told = change.language === undefined ? content() : translateExample(content(), change.language);
      commit(changeDisplay(told, change), { action: "display", name: "" }, `display:${Object.keys(change).join()}`);
    },
    /** Any other change to the content, as one named step. */
    change(make: (content: ScenarioContent) => ScenarioContent, edit: EditLabel, mergeKey?: string) {
      commit(make(content()), edit, mergeKey);
    },
    /** Shows another scenario in place of this one; undo brings this one back. */
    open(scenario: Scenario, name = scenario.title) {
      const { content: opened, view } = splitScenario(scenario);
      commit(opened, { action: "open", name });
      store.setState({ selected: [], ...(view && { view }) });
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
      store.setState({ view });
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
    notify(notice: Omit<Notice, "id">) {
      noticeId += 1;
      store.setState(({ notices }) => ({ notices: [...notices.slice(-4), { ...notice, id: noticeId }] }));
    },
    tellProblems(code: string, problems: Problem[], values?: Record<string, string | number>) {
      this.notify({ kind: "error", code, problems, ...(values && { values }) });
    },
    dismiss(id: number) {
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
    /** Puts away what has been told and is no longer so. */
    dismissCode(code: string) {
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.code !== code) }));
    },
    undo() {
      last = undefined;
      const before = content();
      store.temporal.getState().undo();
      letGo(before);
    },
    redo() {
      last = undefined;
      const before = content();
      store.temporal.getState().redo();
      letGo(before);
    },
  };
}
