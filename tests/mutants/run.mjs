import { spawnSync } from "node:child_process";
import { installPackages, ROOT } from "../../src/cli/install.mjs";

/** Runs Stryker on each folder named in the arguments, or on these. Each folder is tested by its own tests and the fuzz test of its name. */
const FOLDERS = ["geodesy", "marks", "figure", "scenario", "input"];

installPackages();
const chosen = process.argv.slice(2);
const failed = (chosen.length > 0 ? chosen : FOLDERS).filter((folder) => {
  console.log(`\n— mutants of src/${folder}`);
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", "tests/mutants/stryker.config.mjs"],
    { cwd: ROOT, stdio: "inherit", env: { FUZZ_RUNS: "50", ...process.env, MUTANTS_FOLDER: folder } },
  );
  return status !== 0;
});
if (failed.length > 0) console.error(`\nBelow the score, or not run: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
