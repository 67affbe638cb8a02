import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkData, readCatalog } from "../../src/catalog/readCatalog.ts";
import { renderScenario } from "../../src/cli/renderScenario.ts";
import type { RenderRequest } from "../../src/cli/renderArguments.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** The system file that the README shows. */
function readmeExample(): string {
  const readme = readFileSync(join(project, "README.md"), "utf8");
  const section = readme.split(/^## /m).find((part) => part.startsWith("Add a system"));
  return /```json\n([\s\S]*?)```/.exec(section ?? "")?.[1] ?? expect.fail("the README has no example of a system");
}

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "range-rings-example-"));
  cpSync(join(project, "data"), join(root, "data"), {
    recursive: true,
    filter: (path) => !path.includes(join("data", "basemap")),
  });
  writeFileSync(join(root, "data/systems/example.json"), readmeExample());
});
afterAll(() => rmSync(root, { recursive: true }));

describe("the README's example of a new system", () => {
  it("passes every check of the catalogue", () => {
    expect(checkData(root).problems).toEqual([]);
    expect(readCatalog(root).systems.map(({ id }) => id)).toContain("example");
  });

  it("is not among the systems of a new map", () => {
    expect(readCatalog(root).defaultSystems).toEqual(readCatalog().defaultSystems);
    expect(readCatalog(root).defaultSystems).not.toContain("example");
  });

  it("is drawn with its figure and its source, and changes no other system's picture", async () => {
    const scenario = emptyScenario();
    const pointWith = (...systems: string[]) =>
      JSON.stringify({
        ...scenario,
        launchPoints: [{ id: "a", name: "A", geometry: { type: "Point", coordinates: [10, 50] }, systems }],
      });
    const request = {
      inputs: [],
      format: "svg",
      width: 800,
      height: 600,
      theme: "light",
      text: "named",
      dpi: 96,
    } satisfies RenderRequest;
    const svg = String(await renderScenario(pointWith("example"), readCatalog(root), request));
    expect(svg).toContain("A Paper");
    expect(svg.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")).toMatch(/Example[¹²³ ]* up to 300 mi \(483/);
    const others = pointWith("atacms", "tomahawk");
    expect(await renderScenario(others, readCatalog(root), request)).toBe(
      await renderScenario(others, readCatalog(), request),
    );
  });
});
