import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs a command in the project's folder; its output is shown only where it fails, unless `show` is set.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
export function run(command, args, { show = false, env = process.env } = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    env,
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0 && !show)
    process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? `${done.error.message}\n` : ""}`);
  return done.status === 0;
}

/** Whether node_modules matches the lock file: npm writes a copy of the lock file there when it has finished. */
function isInstalled() {
  const mark = `${ROOT}node_modules/.package-lock.json`;
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(`${ROOT}package-lock.json`).mtimeMs;
}

/** Installs the packages if they are missing or older than the lock file. Needs only Node and npm. */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    const { engines } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
    console.error(`Node ${process.versions.node} is too old: Range Rings needs Node ${engines.node}`);
    process.exit(1);
  }
  if (isInstalled()) return;
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  // If the registry lacks a package for some other platform, `ci` rejects the lock file, but `install` works without it.
  if (!run("npm", ["ci", ...quiet]) && !run("npm", ["install", "--no-save", ...quiet])) {
    console.error("The packages could not be installed: see npm's words above.");
    process.exit(1);
  }
  if (!isInstalled()) run("touch", [`${ROOT}node_modules/.package-lock.json`]);
}
