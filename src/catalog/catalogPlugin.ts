import { resolve } from "node:path";
import type { Plugin } from "vite";
import { toLine } from "./catalogProblem";
import { checkData } from "./readCatalog";

/** Fails a build whose catalog has a fault, with one line a problem; in development shows it over the page until it is mended. */
export function catalogPlugin(): Plugin {
  let root = "";
  const faults = () => checkData(root).problems.map(toLine).join("\n");
  return {
    name: "range-rings:catalog",
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      if (this.meta.watchMode) return;
      const lines = faults();
      if (lines !== "") this.error(`The catalog has faults:\n${lines}`);
    },
    configureServer(server) {
      const data = resolve(root, "data");
      const show = (file?: string) => {
        if (file !== undefined && !file.startsWith(data)) return;
        const message = faults();
        if (message === "") return;
        server.config.logger.error(message);
        server.ws.send({ type: "error", err: { message, stack: "", plugin: "range-rings:catalog" } });
      };
      server.watcher.on("change", show).on("add", show).on("unlink", show);
      show();
    },
  };
}
