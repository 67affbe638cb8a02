import en from "./messages/en.json";

let loading: Promise<void> | undefined;

/** Loads the English messages that the build leaves out of the first load. Nothing to do in tests and on the command line, which have all. */
export function loadLaterWords(): Promise<void> {
  loading ??= import("virtual:later-words").then(
    ({ default: words }) => void Object.assign(en, words),
    (error: unknown) => {
      // The next part that is opened tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
