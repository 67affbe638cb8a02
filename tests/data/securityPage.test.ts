import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("SECURITY.md refers only to tests that exist", () => {
  const page = new URL("../../.github/SECURITY.md", import.meta.url);
  const links = [...readFileSync(page, "utf8").matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !existsSync(new URL(link, page)))).toEqual([]);
});
