import { loadRenderCommand } from "./bundleRender.mjs";

// A reader such as `head` may close standard output early, which is not an error.
process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
const { runRender } = await loadRenderCommand();
process.exitCode = await runRender(process.argv.slice(2), {
  input: process.stdin,
  output: (content) =>
    new Promise(
      (resolve, reject) => void process.stdout.write(content, (error) => (error ? reject(error) : resolve())),
    ),
  complain: (text) => void process.stderr.write(text),
});
