import type { Page, Route } from "@playwright/test";
import { clickMap, expect, flushAutosave, mapAtRest, pointNames, savedScenario, test } from "./page.ts";

const pictureOf = (page: Page) => page.locator(".map").screenshot();

/** The share of pixels that differ noticeably between two pictures of the map. */
async function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const read = async (base64: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      };
      const [one, two] = [await read(first ?? ""), await read(second ?? "")];
      let differing = 0;
      for (let i = 0; i < one.length; i += 4)
        if (
          Math.abs((one[i] ?? 0) - (two[i] ?? 0)) +
            Math.abs((one[i + 1] ?? 0) - (two[i + 1] ?? 0)) +
            Math.abs((one[i + 2] ?? 0) - (two[i + 2] ?? 0)) >
          24
        )
          differing += 1;
      return differing / (one.length / 4);
    },
    [a.toString("base64"), b.toString("base64")],
  );
}

/** Replaces a text in the page's code with a thrown error, to simulate a fault in one component. */
const plant = (page: Page, text: string) =>
  page.route(/assets\/(?:app|page)-[^/]*\.js$/, async (route: Route) => {
    const response = await route.fetch();
    const body = await response.text();
    const planted = body.replaceAll(
      new RegExp(`[\`"']${text}[\`"']`, "g"),
      '(()=>{throw new Error("a planted fault")})()',
    );
    await route.fulfill({ response, body: planted });
  });

test.describe("graphics", () => {
  test("without WebGL the list, the comparison and data files still work, and a message replaces the map", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      // The method is called with the canvas as `this` below.
      // oxlint-disable-next-line typescript/unbound-method
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function getContext(
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith("webgl") ? null : Reflect.apply(real, this, [kind, ...rest]);
      } as typeof real;
    });
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("This browser cannot draw the map");
    await page.keyboard.press("a");
    await page.getByRole("textbox", { name: "Latitude" }).fill("46.48");
    expect((await savedScenario(page)).launchPoints[0]?.geometry.coordinates[1]).toBe(46.48);
    await expect(page.locator(".legend-entry")).toHaveCount(7);
    await page.getByRole("combobox", { name: "Language" }).selectOption("vi");
    await expect(page.getByRole("alert")).toContainText("Trình duyệt này không vẽ được bản đồ");
    await page.getByRole("button", { name: "So sánh" }).click();
    await expect(page.getByRole("dialog").locator("tbody th")).toHaveCount(7);
  });

  test("the map is unchanged after the graphics context is lost and restored", async ({ app }) => {
    await app.getByRole("button", { name: /Four systems/ }).click();
    await mapAtRest(app);
    // MapLibre prefers the side of a place on which its name stood in the last view, so a map that has been moved differs from a fresh one.
    await flushAutosave(app);
    await app.reload();
    await mapAtRest(app);
    const before = await pictureOf(app);
    await app.evaluate(() => {
      const context = document.querySelector<HTMLCanvasElement>(".maplibregl-canvas")?.getContext("webgl2");
      const extension = context?.getExtension("WEBGL_lose_context");
      Object.assign(globalThis, { giveBack: () => extension?.restoreContext() });
      extension?.loseContext();
    });
    const notice = app.locator(".notice");
    await expect(notice).toContainText("The browser has suspended the map’s graphics");
    // Edits made in the meantime must neither fail nor be lost.
    await app.mouse.move(800, 400);
    await app.getByRole("combobox", { name: "Language" }).selectOption("uk");
    await app.locator("h1").click();
    await app.keyboard.press("a");
    await expect(pointNames(app)).toHaveCount(2);
    await app.keyboard.press("Control+z");
    await expect(pointNames(app)).toHaveCount(1);
    await app.getByRole("combobox", { name: "Мова" }).selectOption("en");
    await app.evaluate(() => (globalThis as unknown as { giveBack: () => void }).giveBack());
    await expect(notice).toHaveCount(0);
    await app.mouse.move(10, 10);
    await expect
      .poll(async () => difference(app, before, await pictureOf(app)), { timeout: 20_000 })
      .toBeLessThan(0.0005);
  });
});

test("a line is drawn on while the theme changes and the graphics are lost and given back", async ({ app }) => {
  await mapAtRest(app);
  await app.getByRole("radio", { name: "Draw a line" }).click();
  await clickMap(app, 0.3, 0.4);
  await clickMap(app, 0.4, 0.5);
  await app.emulateMedia({ colorScheme: "dark" });
  await mapAtRest(app);
  await clickMap(app, 0.5, 0.4);
  await app.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>(".maplibregl-canvas")?.getContext("webgl2");
    const extension = context?.getExtension("WEBGL_lose_context");
    Object.assign(globalThis, { giveBack: () => extension?.restoreContext() });
    extension?.loseContext();
  });
  const notice = app.locator(".notice");
  await expect(notice).toHaveCount(1);
  await clickMap(app, 0.6, 0.5);
  await app.evaluate(() => (globalThis as unknown as { giveBack: () => void }).giveBack());
  await expect(notice).toHaveCount(0);
  await app.keyboard.press("Enter");
  await expect(pointNames(app)).toHaveText(["Line 1"]);
});

test("a stylesheet that cannot be loaded is asked for again by the next try", async ({ page }) => {
  await page.route("**/CompareDialog-*.css", (route) => route.abort());
  await page.goto("./");
  await page.getByRole("button", { name: "Compare" }).click();
  const fault = page.locator(".fault");
  await expect(fault).toContainText("This part of the page has failed");
  await page.unroute("**/CompareDialog-*.css");
  const asked = page.waitForResponse(/CompareDialog-[^/]*\.css$/);
  await fault.getByRole("button", { name: "Try again" }).click();
  expect((await asked).ok()).toBe(true);
  await expect(page.getByRole("dialog", { name: "Compare ranges" })).toBeVisible();
});

for (const [name, answer] of [
  ["missing", (route: Route) => route.fulfill({ status: 404, body: "no such file" })],
  ["damaged", (route: Route) => route.fulfill({ status: 200, body: "not a map at all".repeat(5000) })],
  [
    "cut short",
    async (route: Route) => {
      const response = await route.fetch({ headers: {} });
      await route.fulfill({ status: 200, body: (await response.body()).subarray(0, 200_000) });
    },
  ],
] as const) {
  test(`shows rings and list, and reports once, if a basemap file is ${name}`, async ({ page }) => {
    await page.route("**/world.pmtiles", answer);
    await page.goto("./");
    await page.getByRole("button", { name: /Four systems/ }).click();
    await expect(page.locator(".notice")).toHaveCount(1);
    await expect(page.locator(".notice")).toContainText("The map could not load one of its files");
    await page.getByRole("button", { name: "Zoom in" }).click();
    await mapAtRest(page);
    await expect(page.locator(".notice")).toHaveCount(1);
    await expect(page.locator(".legend-entry")).toHaveCount(4);
    // Only rings, labels and points can be drawn, which must make up a good number of pixels.
    await page.getByRole("button", { name: "Close" }).click();
    const withRings = await pictureOf(page);
    await page.getByRole("button", { name: "Undo", exact: false }).first().click();
    await mapAtRest(page);
    expect(await difference(page, withRings, await pictureOf(page))).toBeGreaterThan(0.005);
  });
}

test.describe("errors in a part", () => {
  test("a fault in one panel does not affect the others, and the map can be saved to a file", async ({ page }) => {
    await plant(page, "legend-heading");
    await page.goto("./");
    await page.getByRole("button", { name: /Four systems/ }).click();
    const fault = page.locator(".fault");
    await expect(fault).toHaveCount(1);
    await expect(fault).toContainText("a planted fault");
    await expect(pointNames(page)).toHaveCount(1);
    const download = page.waitForEvent("download");
    await fault.getByRole("button", { name: "Save the map to a file" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.json$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(
      (JSON.parse(Buffer.concat(chunks).toString("utf8")) as { launchPoints: unknown[] }).launchPoints,
    ).toHaveLength(1);
    await page.getByRole("combobox", { name: "Language" }).selectOption("uk");
    await expect(fault).toContainText("стався збій");
  });

  test("if the panels' code cannot be loaded, the page says so and offers to retry", async ({ page }) => {
    await page.route("**/assets/page-*.js", (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("This part of the page has failed");
    await page.unroute("**/assets/page-*.js");
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(page.getByRole("button", { name: /Four systems/ })).toBeVisible();
  });

  test("a dialog that could not be loaded opens on retry", async ({ page }) => {
    await page.route("**/CompareDialog-*.js", (route) => route.abort());
    await page.goto("./");
    await page.getByRole("button", { name: "Compare" }).click();
    const fault = page.locator(".fault");
    await expect(fault).toContainText("This part of the page has failed");
    await page.unroute("**/CompareDialog-*.js");
    await fault.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("dialog", { name: "Compare ranges" })).toBeVisible();
    await expect(fault).toHaveCount(0);
  });

  test("a drawing tool and a language that could not be loaded are reported, and work on retry", async ({ page }) => {
    await page.route(/assets\/(?:drawShape|uk)-[^/]*\.js$/, (route) => route.abort());
    await page.goto("./");
    await page.getByRole("radio", { name: "Draw a line" }).click();
    const notice = page.locator(".notice");
    await expect(notice).toContainText("A part of the program could not be loaded");
    await expect(page.getByRole("radio", { name: "Draw a line" })).not.toBeChecked();
    await page.unroute(/assets\/(?:drawShape|uk)-[^/]*\.js$/);
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("radio", { name: "Draw a line" })).toBeChecked();
    await expect(notice).toHaveCount(0);
    await page.route(/assets\/uk-[^/]*\.js$/, (route) => route.abort());
    await page.getByRole("combobox", { name: "Language" }).selectOption("uk");
    await expect(notice).toContainText("A part of the program could not be loaded");
    await page.unroute(/assets\/uk-[^/]*\.js$/);
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("combobox", { name: "Мова" })).toHaveValue("uk");
  });

  test("a dialog that cannot be loaded can be dismissed, and others open", async ({ page }) => {
    await page.route("**/CompareDialog-*.js", (route) => route.abort());
    await page.goto("./");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.locator(".fault").getByRole("button", { name: "Close" }).click();
    await expect(page.locator(".fault")).toHaveCount(0);
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  });
});

test.describe("storage", () => {
  for (const [name, how] of [
    [
      "full",
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      },
    ],
    [
      "forbidden",
      () => {
        Object.defineProperty(globalThis, "localStorage", {
          get() {
            throw new DOMException("forbidden", "SecurityError");
          },
        });
      },
    ],
  ] as const) {
    test(`storage that is ${name} is reported once, and the page still works`, async ({ page }) => {
      await page.addInitScript(how);
      await page.goto("./");
      await expect(page.locator(".maplibregl-canvas")).toBeVisible();
      await clickMap(page, 0.4, 0.5);
      await expect(page.locator(".notice")).toContainText("does not allow this page to save data");
      await clickMap(page, 0.6, 0.5);
      await expect(pointNames(page)).toHaveCount(2);
      await flushAutosave(page);
      await expect(page.locator(".notice")).toHaveCount(1);
    });
  }

  // tests/state/autosave.test.ts tests how soon it saves.
  test("a killed tab loses nothing that it has saved", async ({ app, context }) => {
    await clickMap(app, 0.5, 0.5);
    await app.waitForFunction(() => localStorage.getItem("range-rings.autosave")?.includes("Launch point 1"));
    const client = await context.newCDPSession(app);
    // The call never returns, because the tab is gone.
    void client.send("Page.crash").catch(() => {});
    await app.waitForEvent("crash");
    const next = await context.newPage();
    await next.goto("./");
    await expect(pointNames(next)).toHaveText(["Launch point 1"]);
  });
});
