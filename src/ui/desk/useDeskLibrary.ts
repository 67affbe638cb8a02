import { useCallback, useEffect, useState } from "react";
import type { DeskCatalog } from "../../catalog/deskCatalog.ts";
import { createDeskLibrary, type DeskLibrary, openDeskStore } from "../../state/deskLibrary.ts";

const library = createDeskLibrary(openDeskStore());

/** The catalogues that the browser keeps; none, and the reason, where it keeps nothing. */
export function useDeskLibrary() {
  const [kept, setKept] = useState<DeskCatalog[]>([]);
  const [failure, setFailure] = useState("");
  const run = useCallback((change: (library: DeskLibrary) => Promise<void>) => {
    const show = (list: DeskCatalog[]) => {
      setKept(list);
      setFailure("");
    };
    const fail = (error: unknown) => setFailure(error instanceof Error ? error.message || error.name : String(error));
    void change(library)
      .then(() => library.list())
      .then(show, fail);
  }, []);
  useEffect(() => run(() => Promise.resolve()), [run]);
  return { kept, failure, run };
}
