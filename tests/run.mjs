import { installPackages } from "../src/cli/install.mjs";
import { provideBrowser } from "./browser.mjs";
import { runStep } from "./step.mjs";

installPackages();
const browser = await provideBrowser();

/** The steps of `npm test`, cheapest first. Each has a time limit of several times its duration on two cores. */
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

const failed = [];
for (const { name, minutes, args } of STEPS) {
  console.log(`\n— ${name}`);
  const { passed, wasStopped, seconds } = await runStep({
    args,
    limitMs: minutes * 60_000,
    env: { CHROME_PATH: browser },
  });
  if (wasStopped) console.error(`— ${name}: stopped after ${minutes} min`);
  console.log(`— ${name}: ${passed ? "passed" : "FAILED"} in ${seconds} s`);
  if (!passed) failed.push(name);
}
if (failed.length > 0) console.error(`\nFailed: ${failed.join(", ")}`);
console.log(`\nsteps: ${STEPS.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
