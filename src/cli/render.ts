import { runRender } from "./renderCommand.ts";

// A reader such as `head` may close standard output early: that is its right.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await runRender(process.argv.slice(2), {
  input: process.stdin,
  output: (content) => new Promise((resolve, reject) => process.stdout.write(content, (error) => (error ? reject(error) : resolve()))),
  complain: (text) => process.stderr.write(text),
});
