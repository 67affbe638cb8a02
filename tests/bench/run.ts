/** `npm run bench`: runs every suite of tests/bench and prints medians and ratios. `--json` prints JSON, `--only ring` runs one suite. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import type { Row, Suite } from "./row.ts";

const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, only: { type: "string" } },
});
type Result = Row & { suite: string; ratio: number };
const suites = readdirSync(new URL(".", import.meta.url))
  .flatMap((file) => (file.endsWith(".bench.ts") ? [file.replace(".bench.ts", "")] : []))
  .toSorted();

/** Runs a suite in a separate process, because code warmed up or memory left by another suite would distort the figures. */
function runApart(name: string): Result[] {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, ...process.argv.slice(1, 2), "--json", "--only", name],
    { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`the suite ${name} ended with ${status}`);
  return (JSON.parse(stdout) as { rows: Result[] }).rows;
}

async function run(name: string): Promise<Result[]> {
  console.error(`${name} …`);
  const { default: suite } = (await import(new URL(`${name}.bench.ts`, import.meta.url).href)) as { default: Suite };
  return (await suite.run()).map((row) => ({ suite: name, ...row, ratio: row.peerMs / row.oursMs }));
}

const known = options.only === undefined || suites.includes(options.only);
const rows: Result[] = options.only === undefined ? suites.flatMap(runApart) : known ? await run(options.only) : [];
if (!known) {
  console.error(`--only ${options.only}: no such suite`);
  process.exitCode = 1;
}

if (options.json && known) {
  console.log(
    JSON.stringify({ node: process.version, cpu: os.cpus()[0]?.model, cores: os.cpus().length, rows }, undefined, 2),
  );
} else if (known) {
  const time = (ms: number) =>
    ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`;
  const header = ["what", "ours", "at most", "peer", "peer's", "ratio", "at least", "note"];
  const cells = rows.map((row) => [
    row.what,
    time(row.oursMs),
    row.atMostMs === undefined ? "" : `${time(row.atMostMs)} ${row.oursMs <= row.atMostMs ? "✓" : "✗"}`,
    row.peer,
    time(row.peerMs),
    `${row.ratio.toFixed(1)}×`,
    row.atLeast === undefined ? "" : `${+row.atLeast.toFixed(2)}× ${row.ratio >= row.atLeast ? "✓" : "✗"}`,
    row.note ?? "",
  ]);
  const widths = header.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  console.log([line(header), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n"));
  console.log(`Node ${process.version}, ${os.cpus()[0]?.model} × ${os.cpus().length}; medians in one run.`);
}
