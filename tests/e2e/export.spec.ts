import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, pointNames, test } from "./page.ts";

const PICTURE = { width: 900, height: 700 };

async function openExport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(page.locator(".preview")).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
}

/** Saves the map in a format with the export view, and returns the path of the file. */
async function saveAs(page: Page, format: string, folder: string): Promise<string> {
  await page.getByRole("combobox", { name: "Format" }).selectOption(format);
  const download = page.waitForEvent("download", { timeout: 120_000 });
  await page.locator(".dialog-actions .primary").click();
  const file = await download;
  const path = `${folder}/app-${file.suggestedFilename()}`;
  await file.saveAs(path);
  return path;
}

async function setSize(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Size" }).selectOption("own");
  await page.getByRole("textbox", { name: "Width in pixels" }).fill(String(PICTURE.width));
  await page.getByRole("textbox", { name: "Height in pixels" }).fill(String(PICTURE.height));
}

/** Renders the same scenario with the command line. */
function render(scenario: string, format: string): string {
  const { width, height } = PICTURE;
  const done = spawnSync(
    "npm",
    [
      "run",
      "--silent",
      "render",
      "--",
      scenario,
      "--out",
      "-",
      "--format",
      format,
      "--width",
      String(width),
      "--height",
      String(height),
    ],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  expect(done.stderr.replaceAll(/^npm warn.*\n/gm, "")).toBe("");
  expect(done.status).toBe(0);
  return done.stdout;
}

/** All text of an SVG, in file order. */
const wordsOf = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), (match) => match[1] ?? "");
/** The starting points and lengths of the rings' paths. */
const ringsOf = (svg: string): string[] => {
  const from = svg.indexOf('id="rings"');
  return Array.from(
    svg.slice(from, svg.indexOf('id="labels"', from)).matchAll(/<path id="([^"]+)" d="([^"]+)"/g),
    (match) => `${match[1]} ${match[2]}`,
  );
};

const SCENARIO = {
  version: 1,
  title: "Rings «both» ways & over 180°",
  subtitle: "A subtitle",
  launchPoints: [
    {
      id: "a",
      name: "Kyiv",
      geometry: { type: "Point", coordinates: [30.5234, 50.4501] },
      systems: ["tomahawk", "atacms", "mine"],
    },
    {
      id: "b",
      name: "Taveuni",
      geometry: { type: "Point", coordinates: [179.9, -16.8] },
      systems: ["tomahawk", "patriot"],
    },
    {
      id: "c",
      name: "=Coast",
      geometry: {
        type: "LineString",
        coordinates: [
          [30, 46],
          [33, 46],
        ],
      },
      systems: ["atacms"],
    },
    { id: "d", name: "Hidden", hidden: true, geometry: { type: "Point", coordinates: [0, 0] }, systems: ["atacms"] },
  ],
  customSystems: [{ id: "mine", name: "My own", rangeKm: { min: 100, max: 1234.5 }, source: "A letter" }],
  display: { units: "mi", language: "uk" },
  view: { center: [60, 30], zoom: 1.5 },
};

async function openScenario(page: Page, file: string): Promise<void> {
  await page.getByRole("button", { name: "From a file or a list…" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file…" }).click();
  await (await chooser).setFiles(file);
  await page.getByRole("button", { name: "Open in place of this map" }).click();
}

test("the app and the command line produce the same rings, numbers and texts from a scenario", async ({
  app,
}, info) => {
  test.setTimeout(300_000);
  const folder = info.outputDir;
  const file = info.outputPath("scenario.json");
  // The page takes the language of the saved scenario; the test needs English labels.
  writeFileSync(file, JSON.stringify({ ...SCENARIO, display: { ...SCENARIO.display, language: "en" } }));
  await openScenario(app, file);
  await expect(pointNames(app)).toHaveCount(4);
  await openExport(app);
  await setSize(app);
  for (const [language, name] of [
    ["en", "English"],
    ["uk", "Українська"],
  ] as const) {
    await app.getByRole("dialog").getByRole("combobox", { name: "Language" }).selectOption({ label: name });
    const scenario = JSON.parse(readFileSync(await saveAs(app, "scenario", folder), "utf8")) as {
      display: { language: string };
      view: { zoom: number };
    };
    scenario.display.language = language;
    const saved = info.outputPath(`saved-${language}.json`);
    writeFileSync(saved, JSON.stringify(scenario));

    expect(JSON.parse(readFileSync(await saveAs(app, "geojson", folder), "utf8"))).toEqual(
      JSON.parse(render(saved, "geojson")),
    );
    // The app adds a byte order mark for spreadsheets.
    expect(readFileSync(await saveAs(app, "csv", folder), "utf8").replace(/^\uFEFF/, "")).toBe(render(saved, "csv"));
    expect(readFileSync(await saveAs(app, "kml", folder), "utf8")).toBe(render(saved, "kml"));
    const [ofApp, ofCommand] = [readFileSync(await saveAs(app, "svg", folder), "utf8"), render(saved, "svg")];
    expect(wordsOf(ofApp)).toEqual(wordsOf(ofCommand));
    expect(ringsOf(ofApp).length).toBeGreaterThan(8);
    expect(ringsOf(ofApp)).toEqual(ringsOf(ofCommand));
  }
});

/** Drops a file on the page like a file manager. */
async function dropFile(page: Page, path: string, name: string, type: string): Promise<void> {
  const base64 = readFileSync(path).toString("base64");
  const transfer = await page.evaluateHandle(
    async ([data, fileName, mime]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const carried = new DataTransfer();
      carried.items.add(new File([bytes], fileName, { type: mime }));
      return carried;
    },
    [base64, name, type] as const,
  );
  for (const event of ["dragenter", "dragover", "drop"])
    await page.locator("body").dispatchEvent(event, { dataTransfer: transfer });
}

test("dragging the picture moves the frame", async ({ app }, info) => {
  test.setTimeout(120_000);
  await app.getByRole("button", { name: /Four systems/ }).click();
  await openExport(app);
  await setSize(app);
  const startOf = async (): Promise<number[]> => {
    const svg = readFileSync(await saveAs(app, "svg", info.outputDir), "utf8");
    const places = (/ d="M([-\d.]+)[ ,]([-\d.]+)/.exec(svg.slice(svg.indexOf('id="rings"'))) ?? []).slice(1);
    // As shares of the picture's width, because a picture is laid out at a width of its own.
    const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
    return places.map((place) => Number(place) / width);
  };
  const before = await startOf();
  const preview = app.locator(".preview");
  const shown = await preview
    .locator("img")
    .evaluate(
      (image: HTMLImageElement) =>
        image.naturalWidth * Math.min(image.clientWidth / image.naturalWidth, image.clientHeight / image.naturalHeight),
    );
  const box = (await preview.boundingBox())!;
  await app.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await app.mouse.down();
  await app.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2 - 45, { steps: 3 });
  const shownBefore = (await preview.locator("img").getAttribute("src")) ?? "";
  await app.mouse.up();
  await expect(preview.locator("img")).not.toHaveAttribute("src", shownBefore, { timeout: 60_000 });
  await expect(preview).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
  const after = await startOf();
  expect((after[0]! - before[0]!) * shown).toBeCloseTo(90, 0);
  expect((after[1]! - before[1]!) * shown).toBeCloseTo(-45, 0);
});

test("restores the scenario from an exported PNG, SVG or PDF dropped on the page", async ({ app }, info) => {
  test.setTimeout(240_000);
  await app.getByRole("button", { name: /Four systems/ }).click();
  await openExport(app);
  await setSize(app);
  const dialog = app.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Title of the map" }).fill("Dropped & restored");
  await dialog.getByRole("textbox", { name: /Caption/ }).fill("In my own words.");
  await dialog.getByRole("combobox", { name: "Caption" }).selectOption("top-left");
  const saved: string[] = [];
  for (const format of ["png", "svg", "pdf"]) {
    await expect(app.locator(".preview")).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
    saved.push(await saveAs(app, format, info.outputDir));
  }
  expect(readFileSync(saved[1] ?? "", "utf8")).toContain(">In my own words.</text>");
  const png = readFileSync(saved[0] ?? "");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([PICTURE.width, PICTURE.height]);
  await dialog.getByRole("button", { name: "Back to automatic" }).click();
  await expect(dialog.getByRole("textbox", { name: /Caption/ })).toHaveValue(/^Published ranges from Kyiv/);
  await app.getByRole("button", { name: "Close" }).click();

  for (const [index, type] of ["image/png", "image/svg+xml", "application/pdf"].entries()) {
    await app.getByRole("textbox", { name: "Title of the map" }).fill("Something else");
    await dropFile(app, saved[index] ?? "", `picture.${["png", "svg", "pdf"][index] ?? ""}`, type);
    await app.getByRole("button", { name: "Open in place of this map" }).click();
    await expect(app.getByRole("textbox", { name: "Title of the map" })).toHaveValue("Dropped & restored");
    await expect(pointNames(app)).toHaveText(["Kyiv"]);
    await expect(app.getByRole("textbox", { name: /Caption/ })).toHaveValue("In my own words.");
  }
});

test("copies the picture and the caption, and can cancel a large picture", async ({ app, context }) => {
  test.setTimeout(150_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.getByRole("button", { name: /Four systems/ }).click();
  await openExport(app);
  const status = app.locator(".dialog-actions output");
  await app.getByRole("button", { name: "Copy caption" }).click();
  await expect(status).toHaveText("Copied.");
  expect(await app.evaluate(() => navigator.clipboard.readText())).toContain("Published ranges from Kyiv");
  await app.getByRole("button", { name: "Copy image" }).click();
  await expect(status).toHaveText("Copied.", { timeout: 60_000 });
  expect(await app.evaluate(async () => (await navigator.clipboard.read()).map((item) => item.types))).toEqual([
    ["image/png"],
  ]);
  await app.getByRole("combobox", { name: "Size" }).selectOption("own");
  await app.getByRole("textbox", { name: "Width in pixels" }).fill("16384");
  await app.getByRole("textbox", { name: "Height in pixels" }).fill("16384");
  await expect(app.locator(".preview")).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
  // Both buttons are pressed from within the page, because the picture could be finished before the test's next command arrives.
  await app.evaluate(() => {
    const find = (text: string) =>
      [...document.querySelectorAll<HTMLButtonElement>(".dialog-actions button")].find(
        (button) => button.textContent === text,
      );
    const watch = new MutationObserver(() => {
      const cancel = find("Cancel");
      if (!cancel) return;
      watch.disconnect();
      cancel.click();
    });
    watch.observe(document.querySelector(".dialog-actions") as Element, { childList: true, subtree: true });
    find("Save PNG")?.click();
  });
  await expect(status).toHaveText("Cancelled.", { timeout: 60_000 });
});
