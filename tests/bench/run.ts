/** `npm run bench`: every suite of tests/bench, medians and ratios in one table. `--json` for machines, `--only ring` for one suite. */
import { readdirSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import type { Row, Suite } from "./row.ts";

const { values: options } = parseArgs({ options: { json: { type: "boolean", default: false }, only: { type: "string" } } });
const files = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".bench.ts")).toSorted();
const rows: (Row & { suite: string; ratio: number })[] = [];
let known = false;
for (const file of files) {
  const { default: suite } = (await import(new URL(file, import.meta.url).href)) as { default: Suite };
  if (options.only !== undefined && suite.name !== options.only) continue;
  known = true;
  if (!options.json) console.error(`${suite.name} …`);
  for (const row of await suite.run()) rows.push({ suite: suite.name, ...row, ratio: row.peerMs / row.oursMs });
}
if (!known) {
  console.error(`--only ${options.only}: no such suite`);
  process.exitCode = 1;
}

if (options.json) {
  console.log(JSON.stringify({ node: process.version, cpu: os.cpus()[0]?.model, cores: os.cpus().length, rows }, undefined, 2));
} else if (known) {
  const time = (ms: number) => (ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`);
  const header = ["what", "ours", "peer", "peer's", "ratio", "at least", "note"];
  const cells = rows.map((row) => [
    row.what, time(row.oursMs), row.peer, time(row.peerMs), `${row.ratio.toFixed(1)}×`,
    row.atLeast === undefined ? "" : `${+row.atLeast.toFixed(2)}× ${row.ratio >= row.atLeast ? "✓" : "✗"}`, row.note ?? "",
  ]);
  const widths = header.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  console.log([line(header), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n"));
  console.log(`Node ${process.version}, ${os.cpus()[0]?.model} × ${os.cpus().length}; medians in one run.`);
}
