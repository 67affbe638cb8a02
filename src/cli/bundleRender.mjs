import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./install.mjs";

/** Bundles lie at the same folder depth as the sources, so that both find data and fonts by the same relative paths. */
const CACHE = join(ROOT, ".cache");
const PREFIX = "render-";

/**
 * @param {string} folder
 * @returns {string[]}
 */
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath ?? entry.path, entry.name)] : [],
  );

/** A key for the bundle's inputs: names, sizes and times of the sources, and the versions of the packages. */
function sourcesKey() {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...filesUnder(join(ROOT, "src")).toSorted(), join(ROOT, "package-lock.json")]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Bundles the command into a folder, all of it or nothing.
 *
 * @param {string} folder
 */
async function makeBundle(folder) {
  const { build } = await import("vite");
  const draft = `${folder}.${process.pid}`;
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: "silent",
      publicDir: false,
      ssr: { noExternal: true, external: ["@resvg/resvg-js"] },
      build: {
        ssr: "src/cli/renderCommand.ts",
        outDir: draft,
        emptyOutDir: true,
        target: "node20",
        minify: false,
        rolldownOptions: { output: { entryFileNames: "renderCommand.mjs", chunkFileNames: "[name]-[hash].mjs" } },
      },
    });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  for (const name of readdirSync(CACHE)) {
    if (/^render-[0-9a-f]{16}$/.test(name) && join(CACHE, name) !== folder)
      rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

/**
 * Loads the command from a bundle that is rebuilt whenever the sources change, because compiling two hundred files at every start takes longer
 * than most pictures. If a bundle cannot be written, for example on a read-only disk, the sources are run directly.
 *
 * @returns {Promise<typeof import("./renderCommand.ts")>}
 */
export async function loadRenderCommand() {
  try {
    const folder = join(CACHE, `${PREFIX}${sourcesKey()}`);
    const entry = join(folder, "renderCommand.mjs");
    if (!existsSync(entry)) {
      mkdirSync(CACHE, { recursive: true });
      // Another process may have made the same bundle meanwhile.
      await makeBundle(folder).catch((error) => {
        if (!existsSync(entry)) throw error;
      });
    }
    return await import(pathToFileURL(entry).href);
  } catch {
    const { register } = await import("tsx/esm/api");
    register();
    return await import("./renderCommand.ts");
  }
}
