import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import type { Problem } from "../../scenario/problem.ts";

const MEGABYTE = 1024 * 1024;
/** Limit on the total unpacked size of the KML files in an archive. */
const MAX_UNPACKED_MB = 64;
/** KML compresses 10 to 50 times; a zip bomb a thousand times. */
const MAX_RATIO = 200;
const RATIO_FROM = 4 * MEGABYTE;
const MAX_ENTRIES = 10_000;
/** Deflate expands at most 1,032 times, so no step can produce more than 8 MB before the limit is checked. */
const STEP = 8 * 1024;

class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

function join(chunks: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** The KML with its name and the number of other KML files in the archive, or the problem. */
type ReadKmz = { kml: Uint8Array; name: string; others: number } | { problem: Problem };

/**
 * Extracts the KML from a KMZ: `doc.kml`, or otherwise the first one. The unpacked size is counted while streaming, because the sizes in the
 * headers cannot be trusted.
 */
export function readKmz(bytes: Uint8Array): ReadKmz {
  const found = new Map<string, Uint8Array>();
  const names: string[] = [];
  let unpacked = 0;
  const onFile = (file: UnzipFile) => {
    names.push(file.name);
    if (names.length > MAX_ENTRIES)
      throw new Refused({ path: "", code: "badZip", values: { detail: `> ${MAX_ENTRIES} files` } });
    if (!/\.kml$/i.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > MAX_UNPACKED_MB * MEGABYTE || (unpacked > RATIO_FROM && unpacked > bytes.length * MAX_RATIO)) {
        throw new Refused({
          path: file.name,
          code: "zipTooBig",
          values: {
            bound: unpacked > MAX_UNPACKED_MB * MEGABYTE ? MAX_UNPACKED_MB : Math.round(RATIO_FROM / MEGABYTE),
          },
        });
      }
      chunks.push(chunk);
      if (final) found.set(file.name, join(chunks));
    };
    file.start();
  };
  try {
    const unzip = new Unzip(onFile);
    unzip.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    return {
      problem: { path: "", code: "badZip", values: { detail: error instanceof Error ? error.message : String(error) } },
    };
  }
  if (names.some((name) => /^(?:xl|word)\/|^content\.xml$/.test(name)))
    return { problem: { path: "", code: "workbook", values: {} } };
  const main = [...found.keys()].find((name) => /^doc\.kml$/i.test(name)) ?? found.keys().next().value;
  const kml = main === undefined ? undefined : found.get(main);
  if (main !== undefined && kml)
    return { kml, name: main, others: names.filter((name) => /\.kml$/i.test(name)).length - 1 };
  if (names.some((name) => /\.kml$/i.test(name)))
    return { problem: { path: "", code: "badZip", values: { detail: "unexpected EOF" } } };
  return {
    problem:
      names.length === 0
        ? { path: "", code: "badZip", values: { detail: "no entries" } }
        : { path: "", code: "noKml", values: {} },
  };
}
