import { useCallback, useEffect, useRef, useState } from "react";
import { buildImportContext, type Imported } from "../../scenario/import/imported.ts";
import { importInWorker } from "../../scenario/import/importInWorker.ts";
import { useAppContext } from "../AppContext.tsx";

export type ImportStage =
  | { at: "choosing"; failure?: string }
  | { at: "reading"; name: string; share: number }
  | { at: "preview"; name: string; imported: Imported };

/** Reads a file or a pasted list in a worker, with progress and a way to stop it. */
export function useImport() {
  const { catalog, store } = useAppContext();
  const [stage, setStage] = useState<ImportStage>({ at: "choosing" });
  const running = useRef<AbortController | null>(null);
  const reset = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setStage({ at: "choosing" });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const read = useCallback(
    async (name: string, source: Blob) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      setStage({ at: "reading", name, share: 0 });
      try {
        const bytes = new Uint8Array(await source.arrayBuffer());
        const context = buildImportContext(catalog, store.getState().content.launchPoints.length);
        const onProgress = (share: number) => {
          if (!signal.aborted) setStage({ at: "reading", name, share });
        };
        const imported = await importInWorker({ name, bytes }, context, { signal, onProgress });
        if (!signal.aborted) setStage({ at: "preview", name, imported });
      } catch (error) {
        if (!signal.aborted) setStage({ at: "choosing", failure: error instanceof Error ? error.message : String(error) });
      }
    },
    [catalog, store],
  );
  return { stage, read, reset };
}
