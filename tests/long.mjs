import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { ROOT } from "../src/cli/install.mjs";

/** `npm run fuzz` and `npm run monkey`: longer runs of tests that are in `npm test`. Environment variables that are already set are kept. */
const RUNS = {
  fuzz: {
    env: { FUZZ_RUNS: "100000" },
    args: ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "tests/fuzz"],
  },
  monkey: {
    env: { MONKEY_ACTIONS: "2000", MONKEY_DRAGS: "2000" },
    args: [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--config",
      "tests/e2e/playwright.config.ts",
      "--project=desktop",
      "monkey",
    ],
  },
};

// A new seed each time, unless FUZZ_SEED repeats an earlier run.
const seed = process.env["FUZZ_SEED"] ?? String(randomInt(1, 2 ** 31));
console.log(`FUZZ_SEED=${seed}`);
const run = RUNS[/** @type {keyof typeof RUNS} */ (process.argv[2])];
const { status } = spawnSync(process.execPath, [...run.args, ...process.argv.slice(3)], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...run.env, ...process.env, FUZZ_SEED: seed },
});
process.exit(status ?? 1);
