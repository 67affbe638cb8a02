import type { Plugin } from "vite";

interface StandIn {
  /** The package that is left out, and the one that imports it. */
  source: string;
  importer: string;
  /** The named exports of the replacement, each of which throws. */
  exports: string[];
  /** The message of the error, should the reason below ever cease to apply. */
  message: string;
}

/**
 * Parts of libraries that the app never calls, excluded from the first load.
 *
 * PMTiles only uses fflate in browsers without `DecompressionStream`, which every browser that runs this build has. No message has a number
 * or date skeleton (`{n, number, ::…}`); tests/i18n/messages.test.ts checks this.
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
