import { useCallback, useEffect, useRef, useState } from "react";
import type { Imported } from "../../input/import/imported.ts";
import { LAYER_CONTEXT, layerProblem } from "../../input/import/layerFeatures.ts";
import type { Translate } from "../../i18n/messages.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { problemInWords } from "../shell/problemInWords.ts";
import { ImportFailure, importInWorker } from "../import/importInWorker.ts";

export type LayerFile =
  | { at: "none"; failure?: string }
  | { at: "reading"; name: string; share: number }
  | { at: "read"; name: string; imported: Imported };

function inWords(error: unknown, translate: Translate): string {
  if (error instanceof ImportFailure) return problemInWords(error.problem, translate);
  return error instanceof Error ? error.message : String(error);
}

/** Reads a file as a background layer, by the import's own readers in their worker. */
export function useLayerFile() {
  const translate = useTranslate();
  const [file, setFile] = useState<LayerFile>({ at: "none" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const read = useCallback(
    async (source: File) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      const { name } = source;
      setFile({ at: "reading", name, share: 0 });
      try {
        const onProgress = (share: number) => {
          if (!signal.aborted) setFile({ at: "reading", name, share });
        };
        const imported = await importInWorker(name, source, LAYER_CONTEXT, { signal, onProgress });
        if (signal.aborted) return;
        const problem = layerProblem(imported, name);
        if (problem) throw new ImportFailure(problem);
        setFile({ at: "read", name, imported });
      } catch (error) {
        if (!signal.aborted) setFile({ at: "none", failure: inWords(error, translate) });
      }
    },
    [translate],
  );
  return { file, read };
}
