import { spawn } from "node:child_process";
import { ROOT } from "../src/cli/install.mjs";

/**
 * Runs a program in its own process group, so that it can be stopped with its workers. A test in an endless loop cannot be stopped by a time
 * limit within its own process.
 *
 * @param {object} step
 * @param {string[]} step.args arguments of Node
 * @param {number} step.limitMs time limit
 * @param {Record<string, string>} [step.env] additional environment variables
 * @param {boolean} [step.isQuiet] whether the output is returned instead of shown
 * @returns {Promise<{ passed: boolean, wasStopped: boolean, seconds: number, output: string }>}
 */
export function runStep({ args, limitMs, env = {}, isQuiet = false }) {
  const start = Date.now();
  const step = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: isQuiet ? ["ignore", "pipe", "pipe"] : "inherit",
    detached: process.platform !== "win32",
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [step.stdout, step.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  const stop = () => {
    try {
      if (process.platform === "win32") step.kill("SIGKILL");
      else if (step.pid) process.kill(-step.pid, "SIGKILL");
    } catch {
      // The process has already ended.
    }
  };
  const interrupted = () => {
    stop();
    process.exit(130);
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  return new Promise((resolve) => {
    let wasStopped = false;
    const limit = setTimeout(() => {
      wasStopped = true;
      stop();
    }, limitMs);
    step.on("exit", (status) => {
      clearTimeout(limit);
      stop();
      process.off("SIGINT", interrupted);
      process.off("SIGTERM", interrupted);
      resolve({ passed: status === 0, wasStopped, seconds: Math.round((Date.now() - start) / 1000), output });
    });
  });
}
