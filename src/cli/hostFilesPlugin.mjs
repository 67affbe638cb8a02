import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { headersFile, REDIRECTS_FILE } from "./siteHeaders.mjs";
import { thirdPartyNotices } from "./thirdPartyNotices.mjs";

/**
 * Adds third-party notices to the build, and the headers in the format of Netlify and Cloudflare Pages. `closeBundle` runs after the service
 * worker is written, so that the headers cover it too.
 *
 * @returns {import("vite").Plugin}
 */
export function hostFilesPlugin() {
  let root = "";
  let outDir = "";
  return {
    name: "host-files",
    apply: "build",
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "third-party-notices.html", source: thirdPartyNotices(root) });
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        const entries = readdirSync(outDir, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("_"));
        const namesOf = (/** @type {boolean} */ isFolder) =>
          entries.filter((entry) => entry.isDirectory() === isFolder).map((entry) => entry.name);
        writeFileSync(join(outDir, "_headers"), headersFile({ files: namesOf(false), folders: namesOf(true) }));
        writeFileSync(join(outDir, "_redirects"), REDIRECTS_FILE);
      },
    },
  };
}
