const folder = process.env["MUTANTS_FOLDER"];

/** Mutants of one folder under src, which MUTANTS_FOLDER names. */
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
  thresholds: { high: 90, low: 80, break: 80 },
  coverageAnalysis: "perTest",
  // A mutant in what runs at import can be tested only by loading everything anew for it.
  ignoreStatic: true,
  concurrency: Number(process.env["MUTANTS_WORKERS"] ?? 2),
  timeoutMS: 20_000,
  disableTypeChecks: false,
  // Stryker rewrites tsconfig.json by TypeScript's own functions, which TypeScript 7 no longer has; nothing in our tests reads it.
  tsconfigFile: "none",
};
