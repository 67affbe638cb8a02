import type { Page } from "@playwright/test";
import { toLinkHash } from "../../src/scenario/link.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { expect, flushAutosave, watchFaults } from "./page.ts";
import { test } from "@playwright/test";

const SYSTEMS = ["patriot", "storm-shadow"];
const parsed = parseScenario(
  {
    version: 1,
    title: "An old map",
    launchPoints: [
      { id: "p1", name: "Kyiv", geometry: { type: "Point", coordinates: [30.52, 50.45] }, systems: SYSTEMS },
    ],
    view: { center: [30.5, 50.4], zoom: 5 },
    catalogVersion: "2026.11.0",
  },
  SYSTEMS,
);
if (!parsed.scenario) throw new Error("no scenario");
const OLD = parsed.scenario;

/** Each way in which a map that was saved with the first edition of the catalogue comes to be open. */
const WAYS: Record<string, (page: Page) => Promise<void>> = {
  "a file by the dialog": async (page) => {
    await page.goto("./");
    await page.getByRole("button", { name: "From a file or a list…" }).click();
    await page.locator("input[type=file]").first().setInputFiles(fileOf(OLD));
    await page.getByRole("button", { name: "Open in place of this map" }).click();
  },
  "a file let go over the page": async (page) => {
    await page.goto("./");
    await expect(page.locator(".map .maplibregl-canvas")).toBeVisible();
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "old.json", { type: "application/json" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, JSON.stringify(OLD));
    await page.getByRole("button", { name: "Open in place of this map" }).click();
  },
  "a link": async (page) => {
    const link = toLinkHash(OLD);
    if ("problem" in link) throw new Error(link.problem.code);
    await page.goto(`./${link.hash}`);
  },
  "the library": async (page) => {
    await page.goto("./");
    await page.getByRole("button", { name: "Saved maps" }).click();
    await page.getByRole("button", { name: "Save this map" }).click();
    await expect(page.locator(".library-open")).toHaveCount(1);
    // As the first edition of the program saved it.
    await page.evaluate(
      (scenario) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("range-rings");
          opening.addEventListener("error", () => reject(new Error("no database")));
          opening.addEventListener("success", () => {
            const store = opening.result.transaction("library", "readwrite").objectStore("library");
            const reading = store.getAll();
            reading.addEventListener("success", () => {
              const [record] = reading.result as { id: string }[];
              const writing = store.put({ ...record, scenario }, record?.id);
              writing.addEventListener("success", () => resolve());
            });
          });
        }),
      OLD,
    );
    await page.locator(".library-open").click();
  },
  "the last session": async (page) => {
    await page.addInitScript(
      (text) => {
        if (!localStorage.getItem("range-rings.autosave")) localStorage.setItem("range-rings.autosave", text);
      },
      JSON.stringify({ scenario: OLD }),
    );
    await page.goto("./");
  },
};

const fileOf = (scenario: unknown) => ({
  name: "old.json",
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(scenario)),
});

for (const [way, open] of Object.entries(WAYS)) {
  test(`a map of an older catalogue tells what has changed: from ${way}`, async ({ page, baseURL }) => {
    // Three loads of the page.
    test.setTimeout(120_000);
    const faults = watchFaults(page, baseURL ?? "");
    await open(page);
    const notice = page.locator(".notice", { hasText: "catalogue 2026.11.0" });
    await expect(notice).toContainText(
      /Patriot: up to 160\s?km → up to 150\s?km \(against aircraft\) and 40\s?km \(against ballistic missiles\) \(each class of target/,
    );
    await expect(notice).toContainText(/Storm Shadow: published 250–560\s?km → published 241–563\s?km/);
    // It goes on telling until the user has taken it in.
    await flushAutosave(page);
    await page.reload();
    await expect(notice).toBeVisible();
    await notice.getByRole("button", { name: "Leave it" }).click();
    await expect(notice).toHaveCount(0);
    await flushAutosave(page);
    await page.reload();
    await expect(page.locator(".point-name")).toHaveCount(1);
    await expect(page.locator(".legend-entry").first()).toBeVisible();
    await expect(notice).toHaveCount(0);
    expect(faults).toEqual([]);
  });
}

test("the corrections have a line in each language, and the map before and after", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const faults = watchFaults(page, baseURL ?? "");
  await WAYS["a link"]?.(page);
  await page.getByRole("button", { name: "Corrections…" }).click();
  const dialog = page.getByRole("dialog");
  const line = dialog.locator("textarea");
  await expect(line).toHaveValue(/^Correction: .*Patriot: up to 150\s?km .*, not up to 160\s?km/);
  await dialog.getByRole("radio", { name: "Tiếng Việt" }).click();
  await expect(line).toHaveValue(/^Đính chính: .*không phải tối đa 160\s?km/);
  await dialog.getByRole("radio", { name: "Українська" }).click();
  await expect(line).toHaveValue(/^Виправлення: .*а не до 160\s?км/);
  await expect(dialog.locator(".corrections-picture")).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save PNG" }).click();
  expect((await download).suggestedFilename()).toBe("an-old-map-corrections.png");
  // What has been read is not told again.
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.locator(".notice", { hasText: "2026.11.0" })).toHaveCount(0);
  expect(faults).toEqual([]);
});
