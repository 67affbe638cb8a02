const folder = process.env["MUTANTS_FOLDER"];

/** Mutates the folder of src named by MUTANTS_FOLDER. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "tests/mutants/vitest.config.ts", related: false },
  mutate: [`src/${folder}/**/*.ts`],
  // Excludes builds and pictures from the copy made for each run. Files that tests read are kept.
  ignorePatterns: ["dist", ".cache", "test-results", "playwright-report", ".github", "data/basemap/input"],
  tempDirName: ".cache/stryker",
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: `.cache/mutants/${folder}.json` },
  thresholds: { high: 90, low: 80, break: 80 },
  coverageAnalysis: "perTest",
  // Testing a mutant in code that runs on import requires reloading everything.
  ignoreStatic: true,
  concurrency: Number(process.env["MUTANTS_WORKERS"] ?? 2),
  timeoutMS: 20_000,
  disableTypeChecks: false,
  // Stryker rewrites tsconfig.json with functions that TypeScript 7 no longer has. Our tests do not read that file.
  tsconfigFile: "none",
};
