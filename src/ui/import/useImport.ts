import { useCallback, useEffect, useRef, useState } from "react";
import { buildImportContext, type Imported } from "../../input/import/imported.ts";
import { importInWorker } from "../../input/import/importInWorker.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { type CatalogComparison, compareCatalog } from "../../files/compareCatalog.ts";
import { mayCarryScenario, parsePicture } from "../../picture/embed/parsePicture.ts";
import type { Translate } from "../../i18n/messages.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";

export type ImportStage =
  | { at: "choosing"; failure?: string }
  | { at: "reading"; name: string; share: number }
  | { at: "preview"; name: string; imported: Imported; comparison: CatalogComparison | undefined };

/** The scenario that a picture of ours carries, in place of the picture; any other file as it is. */
function unpackPicture(
  name: string,
  type: string,
  bytes: Uint8Array,
  translate: Translate,
): { name: string; bytes: Uint8Array } {
  if (!mayCarryScenario({ name, type })) return { name, bytes };
  const picture = parsePicture(bytes);
  if (!picture.ok) throw new Error(translate(`problem.${picture.code}`));
  return { name: `${name}.json`, bytes: new TextEncoder().encode(picture.text) };
}

/** How the catalog differs from the one that a saved scenario was made with; undefined for what is no saved scenario. */
function compareSaved(bytes: Uint8Array, catalog: Catalog): CatalogComparison | undefined {
  try {
    return compareCatalog(JSON.parse(new TextDecoder().decode(bytes)), catalog);
  } catch {
    return undefined;
  }
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
        const file = unpackPicture(name, source.type, new Uint8Array(await source.arrayBuffer()), translate);
        const context = buildImportContext(catalog, store.getState().content.launchPoints.length);
        const onProgress = (share: number) => {
          if (!signal.aborted) setStage({ at: "reading", name, share });
        };
        const imported = await importInWorker(file, context, { signal, onProgress });
        if (!signal.aborted)
          setStage({
            at: "preview",
            name,
            imported,
            comparison: imported.scenario && compareSaved(file.bytes, catalog),
          });
      } catch (error) {
        if (!signal.aborted)
          setStage({ at: "choosing", failure: error instanceof Error ? error.message : String(error) });
      }
    },
    [catalog, store, translate],
  );
  return { stage, read, reset };
}
