import { useCallback, useEffect, useMemo, useState } from "react";
import type { Problem } from "../../scenario/problem.ts";
import {
  createLibrary,
  type Library,
  type LibraryResult,
  openLibraryStore,
  type SavedEntry,
} from "../../state/library.ts";

/** The saved maps, read anew after each change, with the last problem that the browser made. */
export function useLibrary() {
  const library = useMemo<Library>(() => createLibrary(openLibraryStore()), []);
  const [entries, setEntries] = useState<SavedEntry[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const show = useCallback((listed: LibraryResult<SavedEntry[]>) => {
    if (listed.ok) setEntries(listed.value);
    else setProblem(listed.problem);
  }, []);
  useEffect(() => {
    void library.list().then(show);
  }, [library, show]);

  /** Does one thing to the library; undefined when the browser would not. */
  const run = useCallback(
    async <T>(work: (library: Library) => Promise<LibraryResult<T>>): Promise<T | undefined> => {
      const result = await work(library);
      setProblem(result.ok ? null : result.problem);
      const listed = await library.list();
      if (listed.ok) show(listed);
      return result.ok ? result.value : undefined;
    },
    [library, show],
  );
  return { entries, problem, run };
}
