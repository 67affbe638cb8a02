import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "../browser.mjs";

const PORT = Number(process.env["E2E_PORT"] ?? 4719);
const executablePath = await findBrowser();

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  // With software rendering on two cores, one page at a time is fastest and most reliable.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // One retry on CI, where cores may be shared; a test that needs it is reported as flaky.
  retries: process.env["CI"] ? 1 : 0,
  reporter: process.env["CI"] ? "list" : "line",
  use: {
    baseURL: `http://localhost:${PORT}/`,
    locale: "en-US",
    trace: "on-first-retry",
    // Only the offline tests allow service workers, because installing one loads every file again.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", testIgnore: /phone/, use: { viewport: { width: 1280, height: 720 } } },
    {
      name: "phone",
      testMatch: /phone/,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    },
  ],
  webServer: {
    command: "node src/cli/start.mjs",
    cwd: "../..",
    port: PORT,
    env: { PORT: String(PORT) },
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
