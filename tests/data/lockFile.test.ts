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
 * `npm install` drops entries for other platforms that its registry does not have, and `npm ci` then rejects the lock file. If this test fails,
 * restore the missing entries and their versions from the last good lock file.
 */
it("locks the packages of every platform, so that npm ci works on each", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

/** If this test fails, `npm view NAME@VERSION dist.integrity` prints the missing hash. */
it("locks the contents of every package with a hash, so that a registry cannot send something else", () => {
  const unsealed = Object.entries(packages)
    .filter(([path, { integrity = "" }]) => path !== "" && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
    .map(([path]) => path);
  expect(unsealed).toEqual([]);
});
