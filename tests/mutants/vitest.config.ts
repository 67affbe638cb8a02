import { defineConfig } from "vitest/config";
import { catalogPlugin } from "../../src/catalog/catalogPlugin.ts";

const folder = process.env["MUTANTS_FOLDER"];

/** Runs only the unit tests of one folder, because running all tests that reach it would take minutes per mutant. */
export default defineConfig({
  plugins: [catalogPlugin()],
  test: {
    environment: "node",
    testTimeout: 60_000,
    setupFiles: ["tests/setup.ts"],
    include: [`tests/${folder}/**/*.test.ts`, `tests/fuzz/${folder}.test.ts`],
  },
});
