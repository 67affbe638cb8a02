import { spawnSync } from "node:child_process";
import { ROOT } from "./install.mjs";

/** From this severity on a known weakness in what we ship fails the check. */
const FAILS_FROM = "high";

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  cwd: ROOT,
  encoding: "utf8",
  shell: process.platform === "win32",
  maxBuffer: 64 * 1024 * 1024,
});
/** @type {{ vulnerabilities?: Record<string, { severity: string }>, metadata?: { vulnerabilities: Record<string, number> } }} */
let report = {};
try {
  report = JSON.parse(stdout);
} catch {
  // Told of below, as any other answer that is no report.
}
const counts = report.metadata?.vulnerabilities;
if (!counts) {
  console.log("npm audit: the registry could not be asked; nothing is known of the dependencies today.");
} else {
  const levels = ["low", "moderate", "high", "critical"];
  console.log(`npm audit: ${levels.map((level) => `${counts[level] ?? 0} ${level}`).join(", ")}`);
  const bad = Object.entries(report.vulnerabilities ?? {}).filter(
    ([, { severity }]) => levels.indexOf(severity) >= levels.indexOf(FAILS_FROM),
  );
  for (const [name, { severity }] of bad) console.error(`${name}: ${severity}; see npm audit`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}
