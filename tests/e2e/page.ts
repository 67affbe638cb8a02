import { test as base, expect, type Locator, type Page } from "@playwright/test";

export { expect };

/** Collects console errors, uncaught errors and requests to other origins during the life of the page. */
export function watchFaults(page: Page, home: string): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url, lineNumber, columnNumber } = message.location();
    faults.push(`console: ${message.text()} (${url}:${lineNumber}:${columnNumber})`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) faults.push(`foreign request: ${url}`);
  });
  return faults;
}

/** A page that fails its test on any console error, uncaught error or request to another origin. */
export const test = base.extend<{ app: Page }>({
  app: async ({ page, baseURL }, use) => {
    const faults = watchFaults(page, baseURL ?? "");
    await page.goto("./");
    await expect(page.locator(".map .maplibregl-canvas")).toBeVisible();
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** The names of the launch points in the list. */
export const pointNames = (page: Page): Locator => page.locator(".point-name");

/** Clicks the map at a share of its width and height. */
export async function clickMap(page: Page, x: number, y: number): Promise<void> {
  const box = await page.locator(".map").boundingBox();
  if (!box) throw new Error("no map");
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
}

/** Makes the page save pending changes as when it is hidden, after two frames in which it processes recent input. */
export const flushAutosave = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    window.dispatchEvent(new Event("pagehide"));
  });

/** Waits until the map has been drawn and three consecutive pictures of it are equal. */
export async function mapAtRest(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("map-drawn").length > 0);
  let looks: Buffer[] = [];
  await expect
    .poll(
      async () => {
        looks = [...looks, await page.locator(".map").screenshot()].slice(-3);
        return looks.length === 3 && looks.every((look) => looks[0]?.equals(look));
      },
      { timeout: 30_000, intervals: [250] },
    )
    .toBe(true);
}

/** The state saved by the page. */
export async function savedScenario(
  page: Page,
): Promise<{ launchPoints: { name: string; systems: string[]; geometry: { coordinates: [number, number] } }[] }> {
  await flushAutosave(page);
  const text = await page.evaluate(() => localStorage.getItem("range-rings.autosave"));
  return (JSON.parse(text ?? "{}") as { scenario: Awaited<ReturnType<typeof savedScenario>> }).scenario;
}
