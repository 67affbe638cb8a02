import { createServer } from "node:net";
import { installPackages, ROOT, run } from "./install.mjs";

const HOST = "localhost";

/** The port from the environment, or the default one. An invalid port is an error that names it. */
function chosenPort() {
  const text = process.env["PORT"] ?? "4173";
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  console.error(`PORT is "${text}"; it must be a whole number from 1 to 65535`);
  process.exit(1);
}

/**
 * Rejects with the reason if the port cannot be listened on.
 *
 * @param {number} port
 */
function tryPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, HOST, () => probe.close(() => resolve(undefined)));
  });
}

const port = chosenPort();

/** @param {NodeJS.ErrnoException} error */
function refusePort(error) {
  const reason = error.code === "EADDRINUSE" ? "is already in use" : `cannot be used (${error.code})`;
  console.error(`Port ${port} ${reason}. Choose another: PORT=${port + 1} npm start`);
  process.exit(1);
}

// Checked before the build, which takes half a minute.
await tryPort(port).catch(refusePort);
installPackages();
if (!run(process.execPath, ["src/cli/build.mjs"])) process.exit(1);

const { createSiteServer } = await import("./siteServer.mjs");
createSiteServer(`${ROOT}dist`)
  .once("error", refusePort)
  .listen(port, HOST, () => console.log(`Range Rings: http://${HOST}:${port}/`));
