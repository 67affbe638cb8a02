import type { ImportContext, Imported } from "../../input/import/imported.ts";
import { parseImport } from "../../input/import/parseImport.ts";
import { MAX_PICTURE_BYTES, mayCarryScenario, parsePicture } from "../../picture/embed/parsePicture.ts";
import type { Problem } from "../../scenario/problem.ts";

export interface ImportRequest {
  name: string;
  file: Blob;
  context: ImportContext;
}
export type ImportReply =
  | { share: number }
  | { imported: Imported }
  /** A picture that carries no map. */
  | { problem: Problem };

const scope = self as unknown as DedicatedWorkerGlobalScope;
const reply = (message: ImportReply) => scope.postMessage(message);

/** The file, or the saved map that a picture of ours carries. */
async function readBytes({ name, file }: ImportRequest): Promise<{ name: string; bytes: Uint8Array } | Problem> {
  if (!mayCarryScenario({ name, type: file.type })) return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  if (file.size > MAX_PICTURE_BYTES) return { path: "", code: "pictureTooLarge", values: {} };
  const picture = parsePicture(new Uint8Array(await file.arrayBuffer()));
  return picture.ok
    ? { name: `${name}.json`, bytes: new TextEncoder().encode(picture.text) }
    : { path: "", code: picture.code, values: {} };
}

async function answer(request: ImportRequest): Promise<ImportReply> {
  const read = await readBytes(request);
  if ("code" in read) return { problem: read };
  const imported = parseImport(read, request.context, (share) => reply({ share }));
  // Plain data: the methods of the result do not cross.
  const { kind, drafts, customSystems, problems, problemCount, rows, questions, scenario } = imported;
  return {
    imported: { kind, drafts, customSystems, problems, problemCount, rows, questions, ...(scenario && { scenario }) },
  };
}

// A rejected promise stays within the worker; an error that is reported reaches the page.
scope.addEventListener("message", ({ data }: MessageEvent<ImportRequest>) => {
  answer(data).then(reply).catch(reportError);
});
