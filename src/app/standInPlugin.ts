import type { Plugin } from "vite";

interface StandIn {
  /** The package that is left out, and the one that asks for it. */
  source: string;
  importer: string;
  /** What takes its place: the named exports, each of which throws. */
  exports: string[];
  /** What the first call would say, should the reason below ever stop to hold. */
  message: string;
}

/**
 * Parts of libraries that this program never runs, kept out of the first load.
 *
 * PMTiles unpacks with the browser's own `DecompressionStream` and holds fflate for browsers without one; every browser that runs this build
 * has it. No message has a number or date skeleton (`{n, number, ::…}`): tests/i18n/messages.test.ts sees to that.
 */
const STAND_INS: StandIn[] = [
  {
    source: "fflate",
    importer: "/node_modules/pmtiles/",
    exports: ["decompressSync"],
    message: "This browser has no DecompressionStream",
  },
  {
    source: "@formatjs/icu-skeleton-parser",
    importer: "/node_modules/@formatjs/icu-messageformat-parser/",
    exports: ["parseNumberSkeleton", "parseNumberSkeletonFromString", "parseDateTimeSkeleton"],
    message: "Messages with skeletons are not supported",
  },
];

const PREFIX = "\0stand-in:";

export const standInPlugin: Plugin = {
  name: "stand-in",
  apply: "build",
  enforce: "pre",
  resolveId(source, importer) {
    const from = importer?.replaceAll("\\", "/");
    return STAND_INS.some((item) => item.source === source && from?.includes(item.importer))
      ? `${PREFIX}${source}`
      : undefined;
  },
  load(id) {
    const standIn = STAND_INS.find(({ source }) => id === `${PREFIX}${source}`);
    return standIn?.exports
      .map((name) => `export const ${name} = () => { throw new Error(${JSON.stringify(standIn.message)}); };`)
      .join("\n");
  },
};
