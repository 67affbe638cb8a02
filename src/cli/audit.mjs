import { spawnSync } from "node:child_process";
import { ROOT } from "./install.mjs";

/** Known vulnerabilities of at least this severity in what we ship fail the check. */
const FAILS_FROM = "high";
const SEVERITIES = ["low", "moderate", "high", "critical"];
/** Exit codes: a vulnerability was found, or the registry did not answer, so that the result is unknown. */
const WEAK = 1;
const UNKNOWN = 2;

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  cwd: ROOT,
  encoding: "utf8",
  shell: process.platform === "win32",
  maxBuffer: 64 * 1024 * 1024,
});

/** @returns {{ vulnerabilities?: Record<string, { severity: string }>, metadata?: { vulnerabilities: Record<string, number> } }} */
function parseReport() {
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}

const { vulnerabilities = {}, metadata } = parseReport();
if (!metadata) {
  console.error("npm audit: the registry could not be asked, so nothing is known of the dependencies today.");
  process.exitCode = UNKNOWN;
} else {
  const counts = SEVERITIES.map((severity) => `${metadata.vulnerabilities[severity] ?? 0} ${severity}`);
  console.log(`npm audit: ${counts.join(", ")}`);
  const bad = Object.entries(vulnerabilities).filter(
    ([, { severity }]) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(FAILS_FROM),
  );
  for (const [name, { severity }] of bad) console.error(`${name}: ${severity}; see npm audit`);
  process.exitCode = bad.length > 0 ? WEAK : 0;
}
