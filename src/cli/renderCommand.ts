import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { Catalog } from "../catalog/catalog.ts";
import type { DeskCatalog } from "../catalog/deskCatalog.ts";
import { CatalogError } from "../catalog/parseCatalog.ts";
import { readCatalog } from "../catalog/readCatalog.ts";
import { findFormat } from "../files/formats.ts";
import { parseDeskCatalog } from "../scenario/parseDeskCatalog.ts";
import { HELP, parseRenderArguments, type RenderRequest, UsageError } from "./renderArguments.ts";
import { MAX_INPUT_BYTES, renderScenario, ScenarioError } from "./renderScenario.ts";

/** The streams that the command reads and writes: those of the process, or of a test. */
export interface RenderStreams {
  input: AsyncIterable<Uint8Array>;
  output: (content: Uint8Array | string) => Promise<void>;
  complain: (text: string) => void;
}

/** A path that cannot be read or written. */
class PathError extends Error {}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EACCES: "permission denied",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is not a folder",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};

async function readInput(path: string, { input }: RenderStreams): Promise<string> {
  if (path === "-") {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of input) {
      length += part.length;
      if (length > MAX_INPUT_BYTES) throw new PathError(`-: over the limit of ${MAX_INPUT_BYTES} bytes`);
      parts.push(part);
    }
    return Buffer.concat(parts)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  }
  try {
    if ((await stat(path)).size > MAX_INPUT_BYTES) throw new Error(`over the limit of ${MAX_INPUT_BYTES} bytes`);
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    throw new PathError(`${path}: cannot be read: ${reasonOf(error)}`);
  }
}

/** Writes a file atomically: to a temporary file beside it, which is then renamed. */
async function writeOutput(path: string, content: Uint8Array | string, { output }: RenderStreams): Promise<void> {
  if (path === "-") return output(content);
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    // A device such as /dev/null or a pipe is written directly.
    const place = await stat(path).catch(() => undefined);
    if (place && !place.isFile() && !place.isDirectory()) return await writeFile(path, content);
    if (place?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new PathError(`${path}: cannot be written: ${reasonOf(error)}`);
  }
}

/** The output path of each scenario. Scenarios with the same name do not overwrite each other. */
async function outputsOf({ inputs, out, outDir, format }: RenderRequest): Promise<string[]> {
  if (outDir === undefined) return [out ?? "-"];
  try {
    await mkdir(outDir, { recursive: true });
  } catch (error) {
    throw new PathError(`${outDir}: cannot be made: ${reasonOf(error)}`);
  }
  const extension = findFormat(format)?.extension ?? format;
  const used = new Map<string, number>();
  return inputs.map((input) => {
    const name = input === "-" ? "scenario" : basename(input, extname(input));
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return join(outDir, `${name}${count === 1 ? "" : `-${count}`}.${extension}`);
  });
}

/** Reads the catalogue that `--catalog` names; a fault of it is a line with the file, the field and the value. */
async function readDeskCatalog(file: string, catalog: Catalog, streams: RenderStreams): Promise<DeskCatalog> {
  const text = await readInput(file, streams);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new PathError(`${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = parseDeskCatalog(file, json, new Set(catalog.systems.map(({ id }) => id)));
  if (!result.ok) throw new CatalogError(result.problems);
  return result.catalog;
}

async function render(request: RenderRequest, streams: RenderStreams): Promise<number> {
  const catalog = readCatalog();
  const desk = request.catalog === undefined ? undefined : await readDeskCatalog(request.catalog, catalog, streams);
  const outputs = await outputsOf(request);
  let failed = 0;
  for (const [index, input] of request.inputs.entries()) {
    try {
      await writeOutput(
        outputs[index] ?? "-",
        await renderScenario(await readInput(input, streams), catalog, request, desk),
        streams,
      );
    } catch (error) {
      if (!(error instanceof ScenarioError) && !(error instanceof PathError)) throw error;
      failed += 1;
      // If there are several scenarios, each message names its file.
      const whose = error instanceof ScenarioError && request.inputs.length > 1 ? `${input}: ` : "";
      for (const line of error.message.split("\n")) streams.complain(`${whose}${line}\n`);
    }
  }
  return failed === 0 ? 0 : 1;
}

/**
 * Runs the command.
 *
 * @param args the arguments after the command's name
 * @returns the exit code: 0, 1 for a scenario or path that is wrong, 2 for a command that is
 */
export async function runRender(args: string[], streams: RenderStreams): Promise<number> {
  try {
    const request = parseRenderArguments(args);
    if (request) return await render(request, streams);
    await streams.output(HELP);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      streams.complain(`render: ${error.message}\nrender --help tells more\n`);
      return 2;
    }
    const isKnown = error instanceof CatalogError || error instanceof PathError;
    streams.complain(
      isKnown
        ? `${error.message}\n`
        : `render: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 1;
  }
}
