import { spawn } from "node:child_process";
import { ROOT } from "../src/cli/install.mjs";

/**
 * Runs a program in a process group of its own: a test that never comes back cannot be reached by any time limit of its own process, and its
 * workers would outlive the process alone.
 *
 * @param {object} step
 * @param {string[]} step.args of Node
 * @param {number} step.limitMs after this it is stopped
 * @param {Record<string, string>} [step.env] beside the environment
 * @param {boolean} [step.isQuiet] its output is kept and handed back, in place of shown
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
      // It has ended by itself.
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
