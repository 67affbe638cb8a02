import type { Plugin } from "vite";

const STAND_IN = "\0pmtiles-fflate";

/**
 * Keeps fflate out of the first load. PMTiles unpacks with the browser's own `DecompressionStream` and holds fflate only for browsers without
 * one; every browser that runs this build has it.
 */
export const nativeGzipPlugin: Plugin = {
  name: "native-gzip",
  apply: "build",
  enforce: "pre",
  resolveId: (source, importer) =>
    source === "fflate" && importer?.includes("/node_modules/pmtiles/") ? STAND_IN : undefined,
  load: (id) =>
    id === STAND_IN
      ? 'export const decompressSync = () => { throw new Error("This browser has no DecompressionStream"); };'
      : undefined,
};
