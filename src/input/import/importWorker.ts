import type { ImportContext, Imported, ImportFile } from "./imported.ts";
import { parseImport } from "./parseImport.ts";

export interface ImportRequest {
  file: ImportFile;
  context: ImportContext;
}
export type ImportReply = { share: number } | { imported: Imported };

const scope = self as unknown as DedicatedWorkerGlobalScope;
scope.addEventListener("message", ({ data }: MessageEvent<ImportRequest>) => {
  const imported = parseImport(data.file, data.context, (share) => scope.postMessage({ share } satisfies ImportReply));
  // Plain data: the methods of the result do not cross.
  const { kind, drafts, customSystems, problems, problemCount, rows, scenario } = imported;
  scope.postMessage({
    imported: { kind, drafts, customSystems, problems, problemCount, rows, ...(scenario && { scenario }) },
  } satisfies ImportReply);
});
