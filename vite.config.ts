import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { catalogPlugin } from "./src/catalog/catalogPlugin.ts";
import { laterWordsPlugin } from "./src/app/laterWordsPlugin.ts";
import { standInPlugin } from "./src/app/standInPlugin.ts";
import { offlinePlugin } from "./src/app/offline/offlinePlugin.ts";
import { startWordsPlugin } from "./src/app/startWordsPlugin.ts";
import { CONTENT_POLICY } from "./src/cli/contentPolicy.mjs";
import { hostFilesPlugin } from "./src/cli/hostFilesPlugin.mjs";

/** The policy in the page itself, for static hosts that set no headers. The dev server injects inline styles and goes without. */
const contentPolicyPlugin: Plugin = {
  name: "content-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_POLICY },
      injectTo: "head-prepend",
    },
  ],
};

export default defineConfig({
  // Relative addresses: the build runs from any static host and any sub-path.
  base: "./",
  plugins: [
    standInPlugin,
    laterWordsPlugin(),
    catalogPlugin(),
    react(),
    startWordsPlugin(),
    contentPolicyPlugin,
    offlinePlugin(),
    hostFilesPlugin(),
  ],
  // Small fonts as data: URLs would need a looser policy.
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    // MapLibre by itself: it changes with its own releases only, so a returning visitor has it still.
    rolldownOptions: {
      input: ["index.html", "embed.html"],
      output: {
        codeSplitting: {
          groups: [
            { name: "maplibre-gl", test: /node_modules[\\/]maplibre-gl[\\/]/, priority: 3 },
            // The addresses of the map's fonts: one line each, and otherwise a file and a request each.
            { name: "fonts", test: /\.woff2\?url$/, priority: 2 },
            // What the first load needs, in one file in place of fifty: what later parts share with it is otherwise split off piece by piece.
            { name: "app", tags: ["$initial"], priority: 1 },
            // The panels with all that they need, in one file too: where there are rings, it is loaded once they are drawn.
            { name: "page", test: /src\/app\/renderPage\.tsx$/ },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  test: {
    // A worker a core: left to itself, Vitest keeps one of two cores for its own.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          testTimeout: 60_000,
          setupFiles: ["tests/setup.ts"],
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/bench/**"],
        },
      },
    ],
  },
});
