import { existsSync } from "node:fs";
import { installPackages } from "../src/cli/install.mjs";
import { runStep } from "./step.mjs";

/** For all of `npm run check`: more, and nobody would run it before each commit. The tests get what the rest leaves of it. */
const LIMIT_MS = 60_000;
/** For what takes seconds, should it hang. */
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
  // Its packages are its own (data/basemap/README.md): its types can be checked where they are installed only.
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
  // At the first failure it ends: where the time is over before, none has been found.
  args: ["node_modules/vitest/vitest.mjs", "run", "--changed", "--passWithNoTests", "--bail", "1", "--reporter", "dot"],
  limitMs: Math.max(1000, LIMIT_MS - (Date.now() - start)),
  env: { FUZZ_RUNS: "100" },
});
if (tests.wasStopped)
  console.log("\nThe minute is over: no fault so far, and not all tests were run. npm test runs all.");
process.exitCode = outcomes.every(Boolean) && (tests.passed || tests.wasStopped) ? 0 : 1;
