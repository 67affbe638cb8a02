import { spawn } from "node:child_process";
import { installPackages, ROOT } from "../src/cli/install.mjs";
import { provideBrowser } from "./browser.mjs";

installPackages();
const browser = await provideBrowser();

/** What `npm test` runs, in the order in which a fault is cheapest to find; each ends within several times what it takes on two cores. */
const STEPS = [
  { name: "types", minutes: 5, args: ["node_modules/typescript/bin/tsc"] },
  { name: "lint", minutes: 5, args: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"] },
  { name: "format", minutes: 5, args: ["node_modules/oxfmt/bin/oxfmt", "--check"] },
  { name: "unused code", minutes: 5, args: ["node_modules/knip/bin/knip.js"] },
  { name: "unit and property tests", minutes: 15, args: ["node_modules/vitest/vitest.mjs", "run"] },
  { name: "build", minutes: 5, args: ["src/cli/build.mjs"] },
  {
    name: "browser tests",
    minutes: 30,
    args: ["node_modules/@playwright/test/cli.js", "test", "--config", "tests/e2e/playwright.config.ts"],
  },
];

/**
 * Runs one step in a process group of its own: a test that never comes back cannot be reached by any time limit of its own process, and its
 * workers would outlive the process alone.
 *
 * @param {(typeof STEPS)[number]} step
 * @returns {Promise<boolean>} whether it passed
 */
function passes({ name, minutes, args }) {
  console.log(`\n— ${name}`);
  const start = Date.now();
  const step = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: "inherit",
    detached: process.platform !== "win32",
    env: { ...process.env, CHROME_PATH: browser },
  });
  const stop = () => {
    try {
      if (process.platform === "win32") step.kill("SIGKILL");
      else if (step.pid) process.kill(-step.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const interrupted = () => {
    stop();
    process.exit(130);
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      console.error(`— ${name}: stopped after ${minutes} min`);
      stop();
    }, minutes * 60_000);
    step.on("exit", (status) => {
      clearTimeout(limit);
      stop();
      process.off("SIGINT", interrupted);
      process.off("SIGTERM", interrupted);
      console.log(`— ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - start) / 1000).toFixed(0)} s`);
      resolve(status === 0);
    });
  });
}

const failed = [];
for (const step of STEPS) if (!(await passes(step))) failed.push(step.name);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(", ")}`);
console.log(`\nsteps: ${STEPS.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
