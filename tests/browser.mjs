import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const KNOWN_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
const succeeds = (command, args) =>
  spawnSync(command, args, {
    stdio: "ignore",
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

/** Path of a Chromium on this machine: Playwright's, the one in CHROME_PATH, or the system's. Undefined if there is none. */
export async function findBrowser() {
  const { chromium } = await import("playwright");
  return [process.env["CHROME_PATH"], chromium.executablePath(), ...KNOWN_PATHS].find(
    (path) => path && existsSync(path),
  );
}

/** The system's package managers and how each installs Chromium. */
const PACKAGE_MANAGERS = [
  {
    test: "apt-get",
    steps: [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
    ],
  },
  { test: "dnf", steps: [["dnf", "install", "-y", "chromium"]] },
  { test: "apk", steps: [["apk", "add", "chromium"]] },
  { test: "pacman", steps: [["pacman", "-S", "--noconfirm", "chromium"]] },
  { test: "brew", steps: [["brew", "install", "--cask", "chromium"]] },
];

function installWithPackageManager() {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const { test, steps } of PACKAGE_MANAGERS) {
    if (!succeeds(test, ["--version"])) continue;
    const done = steps.every((step) => {
      const [command = "", ...args] = test === "brew" ? step : [...asRoot, ...step];
      return succeeds(command, args);
    });
    if (done) return;
  }
}

/** Finds a Chromium or installs one: Playwright's, or otherwise the system's. Exits with instructions if neither works. */
export async function provideBrowser() {
  const found = await findBrowser();
  if (found) return found;
  console.log("No Chromium here: fetching one…");
  if (!succeeds(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]))
    installWithPackageManager();
  const fetched = await findBrowser();
  if (fetched) return fetched;
  console.error(
    "No Chromium was found and none could be installed. Install Chromium or Chrome, or name one: CHROME_PATH=/path/to/chrome npm test",
  );
  return process.exit(1);
}
