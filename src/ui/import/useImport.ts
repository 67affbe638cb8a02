import { useCallback, useEffect, useRef, useState } from "react";
import { buildImportContext, type ImportContext, type Imported } from "../../input/import/imported.ts";
import { problemMessage } from "../../scenario/problemMessage.ts";
import type { Translate } from "../../i18n/messages.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { ImportFailure, importInWorker } from "./importInWorker.ts";

export type ImportStage =
  | { at: "choosing"; failure?: string }
  | { at: "reading"; name: string; share: number }
  | {
      at: "preview";
      name: string;
      imported: Imported;
      /** What it was read with, which the answers to its questions are applied with. */
      context: ImportContext;
    };

function inWords(error: unknown, translate: Translate): string {
  if (error instanceof ImportFailure) return problemMessage(error.problem, translate);
  return error instanceof Error ? error.message : String(error);
}

/** Reads a file or a pasted list in a worker, with progress and a way to stop it. */
export function useImport() {
  const { catalog, store } = useAppContext();
  const translate = useTranslate();
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
        const context = buildImportContext(catalog, store.getState().content);
        const onProgress = (share: number) => {
          if (!signal.aborted) setStage({ at: "reading", name, share });
        };
        const imported = await importInWorker(name, source, context, { signal, onProgress });
        if (signal.aborted) return;
        setStage({ at: "preview", name, imported, context });
      } catch (error) {
        if (!signal.aborted) setStage({ at: "choosing", failure: inWords(error, translate) });
      }
    },
    [catalog, store, translate],
  );
  return { stage, read, reset };
}
