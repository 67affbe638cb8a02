import { defineConfig } from "vitest/config";
import { catalogPlugin } from "../../src/catalog/catalogPlugin.ts";

const folder = process.env["MUTANTS_FOLDER"];

/** The unit tests of one folder alone: with every test that reaches the folder, one mutant would take minutes. */
export default defineConfig({
  plugins: [catalogPlugin()],
  test: {
    environment: "node",
    testTimeout: 60_000,
    setupFiles: ["tests/setup.ts"],
    include: [`tests/${folder}/**/*.test.ts`, `tests/fuzz/${folder}.test.ts`],
  },
});
