import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type ResolvedConfig } from "vite";

const WORKER = fileURLToPath(new URL("serviceWorker.ts", import.meta.url));
/** Files that the page never requests. */
const LEFT_OUT = /^schemas\/|\.map$|^sw\.js$|^_/;
/** Files whose names contain a hash of their contents. */
const HASHED = /^assets\//;

/** The files of a folder. Those whose names contain no hash get one as their revision. */
function listPrecacheEntries(folder: string): { url: string; revision: string | null }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => resolve(file.parentPath, file.name))
    .map((path) => ({
      path,
      url: path
        .slice(resolve(folder).length + 1)
        .split(sep)
        .join("/"),
    }))
    .filter(({ url }) => !LEFT_OUT.test(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({
      url,
      revision: HASHED.test(url) ? null : createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16),
    }));
}

/**
 * Builds the service worker after everything else, because it contains the list of all files. Workbox's own build tool does the same, but
 * depends on three hundred packages.
 */
export function offlinePlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "offline",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const outDir = resolve(config.root, config.build.outDir);
        await build({
          configFile: false,
          root: config.root,
          logLevel: "warn",
          define: { PRECACHE_ENTRIES: JSON.stringify(listPrecacheEntries(outDir)) },
          build: {
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            target: "es2023",
            rolldownOptions: { input: WORKER, output: { format: "iife", entryFileNames: "sw.js" } },
          },
        });
      },
    },
  };
}
