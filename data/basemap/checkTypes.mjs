// Part of `npm run check`: checks the types of this folder, whose packages are its own and not installed on most machines.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
if (existsSync(`${folder}node_modules`)) {
  const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  const { status } = spawnSync(process.execPath, [compiler, "-p", folder], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} else console.log("data/basemap: its packages are not installed (npm ci there), so its types are not checked.");
