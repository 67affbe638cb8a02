import { installPackages, ROOT } from "./install.mjs";

installPackages();
const { build } = await import("vite");
await build({ root: ROOT, logLevel: process.env["CI"] || !process.stdout.isTTY ? "warn" : "info" });
