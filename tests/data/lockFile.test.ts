import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  version?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as {
  packages: Record<string, Locked>;
};

/**
 * `npm install` drops what its registry does not have for other machines, and `npm ci` then refuses the lock file. Should this fail: give the
 * missing entries back from the last good lock file, with their versions.
 */
it("locks the packages of every platform, so that npm ci works on each", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

/** Should this fail: `npm view NAME@VERSION dist.integrity` has what is missing. */
it("locks the content of every package by a hash, so that a registry cannot send another", () => {
  const unsealed = Object.entries(packages)
    .filter(([path, { integrity = "" }]) => path !== "" && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
    .map(([path]) => path);
  expect(unsealed).toEqual([]);
});
