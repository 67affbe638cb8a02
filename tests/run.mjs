import { spawnSync } from "node:child_process";
import { installPackages, ROOT } from "../src/cli/install.mjs";
import { provideBrowser } from "./browser.mjs";

installPackages();
const browser = await provideBrowser();

/** What `npm test` runs, in the order in which a fault is cheapest to find. */
const STEPS = [
  { name: "types", args: ["node_modules/typescript/bin/tsc"] },
  { name: "lint", args: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"] },
  { name: "unused code", args: ["node_modules/knip/bin/knip.js"] },
  { name: "unit and property tests", args: ["node_modules/vitest/vitest.mjs", "run"] },
  { name: "build", args: ["src/cli/build.mjs"] },
  { name: "browser tests", args: ["node_modules/@playwright/test/cli.js", "test", "--config", "tests/e2e/playwright.config.ts"] },
];

const failed = STEPS.filter(({ name, args }) => {
  console.log(`\n— ${name}`);
  const start = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, CHROME_PATH: browser } });
  console.log(`— ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return status !== 0;
});
if (failed.length > 0) console.error(`\nFailed: ${failed.map(({ name }) => name).join(", ")}`);
console.log(`\nsteps: ${STEPS.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
