import type { Plugin } from "vite";
import { toLine } from "./catalogProblem.ts";
import { checkData } from "./readCatalog.ts";

const CATALOG_FILE = /^data\/(systems\/)?[^/]+\.json$/;

/**
 * Fails the build if the catalogue is invalid, with one line per problem. In development the transform of its files fails instead, so that
 * Vite's overlay shows the problems until they are fixed.
 */
export function catalogPlugin(): Plugin {
  let root = "";
  let building = false;
  const lines = () => checkData(root).problems.map(toLine).join("\n");
  return {
    name: "range-rings:catalog",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
      building = config.command === "build";
    },
    buildStart() {
      const faults = building ? lines() : "";
      if (faults !== "") this.error(`The catalog has faults:\n${faults}`);
    },
    transform(_code, id) {
      if (building || !id.startsWith(`${root}/`) || !CATALOG_FILE.test(id.slice(root.length + 1))) return;
      const faults = lines();
      if (faults !== "") this.error(`The catalog has faults:\n${faults}`);
    },
  };
}
