import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clickMap, expect, pointNames, savedScenario, test, watchFaults } from "./page.ts";
import { DIST, startStaticHost } from "./staticHost.ts";

test.use({ serviceWorkers: "allow" });

const controlled = () => navigator.serviceWorker.controller !== null;

test("everything works offline after one visit to a sub-path of a plain static host", async ({ page }) => {
  test.setTimeout(180_000);
  const host = await startStaticHost();
  const faults = watchFaults(page, host.url);
  await page.goto(host.url);
  await expect(page.locator(".maplibregl-canvas")).toBeVisible();
  await page.waitForFunction(controlled, undefined, { timeout: 90_000 });
  const basemapLoads = host.asked.filter((path) => path === "basemap/world.pmtiles").length;
  // Once by the map, which gets the whole file from a host without Range requests, and once by the offline copy.
  expect(basemapLoads).toBeLessThanOrEqual(2);
  await host.stop();
  await page.context().setOffline(true);

  await page.reload();
  await expect(page.locator(".maplibregl-canvas")).toBeVisible();
  await clickMap(page, 0.5, 0.5);
  await expect(pointNames(page)).toHaveText(["Launch point 1"]);
  await page.getByRole("combobox", { name: "Language" }).selectOption("uk");
  await expect(page.locator("html")).toHaveAttribute("lang", "uk");
  await page.getByRole("combobox", { name: "Мова" }).selectOption("en");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("dialog").locator("tbody th")).toHaveCount(7);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "From a country…" }).click();
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeEnabled();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(page.locator(".preview")).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
  expect((await savedScenario(page)).launchPoints).toHaveLength(1);
  expect(faults).toEqual([]);
});

test("a new version asks before it replaces the page", async ({ page }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "range-rings-"));
  cpSync(DIST, folder, { recursive: true });
  const host = await startStaticHost({ folder });
  await page.goto(host.url);
  await page.waitForFunction(controlled, undefined, { timeout: 90_000 });
  await clickMap(page, 0.5, 0.5);
  await savedScenario(page);

  appendFileSync(join(folder, "sw.js"), "\n// the next version");
  await page.reload();
  await page.evaluate(() => Object.assign(globalThis, { mark: true }));
  const card = page.locator(".update");
  await expect(card).toContainText("A new version of Range Rings is ready", { timeout: 90_000 });
  expect(await page.evaluate(() => "mark" in globalThis)).toBe(true);
  await card.getByRole("button", { name: "Update and reload" }).click();
  await page.waitForFunction(() => !("mark" in globalThis));
  await expect(pointNames(page)).toHaveText(["Launch point 1"]);
  await host.stop();
  rmSync(folder, { recursive: true });
});

test("readers with the offline copy see embeds in other pages of the same site", async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await page.goto("./");
  await page.waitForFunction(controlled, undefined, { timeout: 90_000 });
  await clickMap(page, 0.5, 0.5);
  await page.getByRole("button", { name: "Share this map" }).click();
  const snippet = await page.getByRole("textbox", { name: "HTML" }).inputValue();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo: add Launch point 1" }).click();
  expect((await savedScenario(page)).launchPoints).toHaveLength(0);
  // Another port is another origin of the same site, so the frame there uses the same offline copy.
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(request.url === "/old" ? snippet.replace("embed.html", "?embed=1") : snippet);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  for (const path of ["new", "old"]) {
    const answer = page.waitForResponse((response) => response.url().startsWith(`${baseURL}embed.html`));
    await page.goto(`http://localhost:${port}/${path}`);
    expect((await answer).fromServiceWorker()).toBe(true);
    const frame = page.frameLocator("iframe");
    await expect(frame.locator(".maplibregl-canvas")).toBeVisible();
    await expect(frame.getByRole("link", { name: "Open this map in Range Rings" })).toBeVisible();
  }
  await new Promise((resolve) => server.close(resolve));
  // Storage is shared within the site, and the embed has not changed the reader's own map.
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Click the map to place a launch point" })).toBeVisible();
  expect((await savedScenario(page)).launchPoints).toHaveLength(0);
});

test("the manifest makes the page installable", async ({ page, baseURL }) => {
  await page.goto("./");
  const address = await page.locator("link[rel=manifest]").evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await page.request.get(address)).json()) as {
    start_url: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(new URL(manifest.start_url, address).href).toBe(baseURL);
  for (const [sizes, purpose] of [["192x192"], ["512x512"], ["512x512", "maskable"]] as const) {
    const icon = manifest.icons.find((item) => item.sizes === sizes && item.purpose === purpose);
    const file = await (await page.request.get(new URL(icon?.src ?? "", address).href)).body();
    expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`).toBe(sizes);
  }
  const client = await page.context().newCDPSession(page);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  // Automated windows count as private, in which no page can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});
