const folder = process.env["MUTANTS_FOLDER"];

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "tests/mutants/vitest.config.ts", related: false },
  mutate: [`src/${folder}/**/*.ts`],
  // What a test may read stays; builds and pictures need not be copied for each run.
  ignorePatterns: ["dist", ".cache", "test-results", "playwright-report", ".github", "data/basemap/input"],
  tempDirName: ".cache/stryker",
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: `.cache/mutants/${folder}.json` },
  coverageAnalysis: "perTest",
  // A mutant that reads a constant made at import can be tested only by loading everything anew: minutes each, and few of them.
  ignoreStatic: true,
  concurrency: Number(process.env["MUTANTS_WORKERS"] ?? 2),
  timeoutMS: 20_000,
  disableTypeChecks: false,
  // Stryker rewrites tsconfig.json by TypeScript's own functions, which TypeScript 7 no longer has; nothing in our tests reads it.
  tsconfigFile: "none",
};
