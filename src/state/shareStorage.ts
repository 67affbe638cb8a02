import type { Actions } from "./actions.ts";
import { type Autosave, watchOtherTabs } from "./autosave.ts";
import { restoreState } from "./restoreState.ts";
import type { AppStore } from "./store.ts";

/**
 * Prevents two tabs from silently overwriting each other. When another tab saves a different map, this tab stops saving and asks which one
 * to keep. The other map is not lost: it stays open in its tab, or can be restored with undo.
 *
 * @returns a function that stops watching
 */
export function shareStorage(
  store: AppStore,
  actions: Actions,
  autosave: Autosave,
  storage: Storage,
  systemIds: string[],
): () => void {
  let isHeld = false;
  const release = () => {
    isHeld = false;
  };
  const takeTheirs = () => {
    const { state, problems } = restoreState(storage, systemIds);
    release();
    autosave.goOn();
    if (state.content) actions.open({ ...state.content, ...(state.view && { view: state.view }) });
    if (problems.length > 0) actions.reportProblems("restore", problems);
  };
  const own = () => store.getState().content;
  const stopWatching = watchOtherTabs(own, () => {
    autosave.hold();
    if (isHeld) return;
    isHeld = true;
    const keepMine = () => {
      release();
      autosave.keepMine();
    };
    actions.notify({
      kind: "error",
      code: "otherTab",
      choices: [
        { choice: "keepMine", run: keepMine },
        { choice: "takeTheirs", run: takeTheirs },
      ],
    });
  });
  // Warn before closing a tab whose changes are not being saved.
  const onLeave = (event: BeforeUnloadEvent) => {
    if (isHeld && store.getState().content.launchPoints.length > 0) event.preventDefault();
  };
  globalThis.addEventListener("beforeunload", onLeave);
  return () => {
    stopWatching();
    globalThis.removeEventListener("beforeunload", onLeave);
  };
}
