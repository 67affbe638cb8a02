import { existsSync } from "node:fs";
import { installPackages } from "../src/cli/install.mjs";
import { runStep } from "./step.mjs";

/** Limit for all of `npm run check`, so that people run it before each commit. The tests get the time that the other steps leave. */
const LIMIT_MS = 60_000;
/** Limit for steps that normally take seconds. */
const STATIC_LIMIT_MS = 300_000;

const start = Date.now();
installPackages();

const STATIC_CHECKS = [
  {
    name: "types",
    args: ["node_modules/typescript/bin/tsc", "--incremental", "--tsBuildInfoFile", ".cache/check.tsbuildinfo"],
  },
  { name: "lint", args: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"] },
  { name: "format", args: ["node_modules/oxfmt/bin/oxfmt", "--check"] },
  { name: "unused code", args: ["node_modules/knip/bin/knip.js"] },
  // data/basemap has its own packages (see its README), so its types can only be checked if they are installed.
  ...(existsSync("data/basemap/node_modules")
    ? [{ name: "types of the basemap's build", args: ["node_modules/typescript/bin/tsc", "-p", "data/basemap"] }]
    : []),
];
const outcomes = await Promise.all(
  STATIC_CHECKS.map(async ({ name, args }) => {
    const { passed, seconds, output } = await runStep({ args, limitMs: STATIC_LIMIT_MS, isQuiet: true });
    if (!passed) console.error(`\n${output.trim()}`);
    console.log(`— ${name}: ${passed ? "passed" : "FAILED"} in ${seconds} s`);
    return passed;
  }),
);

console.log("— unit tests of what has changed since the last commit");
const tests = await runStep({
  // With `--bail` the run ends at the first failure, so if the time runs out, no failure has been found.
  args: ["node_modules/vitest/vitest.mjs", "run", "--changed", "--passWithNoTests", "--bail", "1", "--reporter", "dot"],
  limitMs: Math.max(1000, LIMIT_MS - (Date.now() - start)),
  env: { FUZZ_RUNS: "100" },
});
if (tests.wasStopped)
  console.log("\nThe minute is over: no fault so far, and not all tests were run. npm test runs all.");
process.exitCode = outcomes.every(Boolean) && (tests.passed || tests.wasStopped) ? 0 : 1;
