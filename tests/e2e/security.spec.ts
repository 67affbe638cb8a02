import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { siteHeaders } from "../../src/cli/siteHeaders.mjs";
import { expect, pointNames, test } from "./page.ts";
import { DIST } from "./staticHost.ts";

const MARKUP = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';

test("the policy is in the header and in the page, and allows nothing inline and no other origin", async ({ page }) => {
  const response = await page.goto("./");
  const header = response?.headers()["content-security-policy"] ?? "";
  const meta = (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
  for (const policy of [header, meta]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
  expect(header).toContain("frame-ancestors 'self'");
  expect(response?.headers()["x-content-type-options"]).toBe("nosniff");
  await expect(page.locator(".maplibregl-canvas")).toBeVisible();
  expect(
    await page.evaluate(() =>
      fetch("https://example.org/").then(
        () => "sent",
        () => "refused",
      ),
    ),
  ).toBe("refused");
  expect(await page.locator("style, script:not([src]), [onclick], [onload], [onerror]").count()).toBe(0);
});

/** Starts another site with a page of the given HTML. */
async function startOtherSite(body: string) {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => new Promise((resolve) => server.close(resolve)) };
}

test("another site cannot frame the app", async ({ page, baseURL }) => {
  const site = await startOtherSite(`<iframe src="${baseURL}" width="800" height="600"></iframe>`);
  const refused = page.waitForEvent("console", { predicate: (message) => message.text().includes("frame-ancestors") });
  await page.goto(site.url);
  await refused;
  await site.stop();
});

for (const [name, path] of [
  ["embed.html", "embed.html"],
  ["the address used before embed.html existed", "?embed=1"],
] as const) {
  test(`another site can frame a map by ${name}, with a link to the full app`, async ({ page, baseURL }) => {
    await page.goto("./");
    await page.getByRole("button", { name: /Four systems/ }).click();
    await page.getByRole("button", { name: "Share this map" }).click();
    const snippet = await page.getByRole("textbox", { name: "HTML" }).inputValue();
    expect(snippet).toContain(`src="${baseURL}embed.html#`);
    const site = await startOtherSite(snippet.replace("embed.html", path));
    await page.goto(site.url);
    const frame = page.frameLocator("iframe");
    await expect(frame.locator(".maplibregl-canvas")).toBeVisible();
    await frame.getByText("Show the legend").click();
    await expect(frame.locator(".legend-entry")).toHaveCount(4);
    await expect(frame.getByRole("link", { name: /Open this map/ })).toHaveAttribute("href", /^\.\/#/);
    await site.stop();
  });
}

test("every file of the build is sent with its headers", async ({ request }) => {
  const names = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)));
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) {
    const response = await request.get(`./${name}`);
    expect([name, response.status()]).toEqual([name, 200]);
    expect(response.headers(), name).toMatchObject(
      Object.fromEntries(Object.entries(siteHeaders(name)).map(([header, value]) => [header.toLowerCase(), value])),
    );
  }
});

test("shows a message if the first script is missing", async ({ page }) => {
  await page.route("**/assets/app-*.js", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("./");
  const words = page.getByText("Range Rings is still loading");
  await expect(words).toBeHidden();
  await expect(words).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("Range Rings ще завантажується")).toBeVisible();
});

test("shows the message at once if the style sheets are missing too", async ({ page }) => {
  await page.route("**/assets/**", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("./");
  await expect(page.getByText("Range Rings is still loading")).toBeVisible({ timeout: 2000 });
});

test("shows the message with reduced motion too, but never if the scripts have loaded", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  await expect(page.locator(".map .maplibregl-canvas")).toBeVisible();
  await expect(page.locator(".start-words")).toHaveCount(0);
  await page.route("**/assets/app-*.js", (route) => route.fulfill({ status: 404, body: "" }));
  await page.reload();
  await expect(page.getByText("Range Rings is still loading")).toBeVisible({ timeout: 15_000 });
});

test("the notices of third parties are a click away", async ({ app, context }) => {
  const opened = context.waitForEvent("page");
  await app.getByRole("link", { name: "Third-party notices" }).click();
  const notices = await opened;
  for (const name of ["© GeoNames", "Natural Earth", "SIL OPEN FONT LICENSE", "maplibre-gl", "react-dom"])
    await expect(notices.getByText(name).first()).toBeAttached();
});

test("markup in the names of a scenario is plain text everywhere", async ({ app }) => {
  await app.evaluate((name) => {
    const scenario = {
      version: 1,
      title: name,
      caption: name,
      launchPoints: [
        { id: "a", name, group: name, geometry: { type: "Point", coordinates: [30, 50] }, systems: ["atacms", "own"] },
        { id: "b", name: "b", geometry: { type: "Point", coordinates: [31, 51] }, systems: ["own"] },
      ],
      customSystems: [{ id: "own", name, kind: "other", rangeKm: { min: 100, max: 200 }, source: name }],
    };
    sessionStorage.setItem("planted", JSON.stringify({ scenario }));
  }, MARKUP);
  await app.addInitScript(() => {
    const planted = sessionStorage.getItem("planted");
    if (planted) localStorage.setItem("range-rings.autosave", planted);
  });
  await app.reload();
  await expect(pointNames(app)).toHaveCount(2);
  await expect(app.getByText(MARKUP).filter({ visible: true }).first()).toBeVisible();
  await app.getByRole("button", { name: "Compare" }).click();
  await expect(app.getByRole("dialog").getByText(MARKUP).filter({ visible: true }).first()).toBeVisible();
  await app.keyboard.press("Escape");
  await app.getByRole("button", { name: "Export", exact: true }).click();
  await expect(app.locator(".preview").first()).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
  await app.keyboard.press("Escape");
  await app.getByRole("button", { name: /^Delete </ }).click();
  await expect(app.getByTestId("live-status")).toContainText(MARKUP.slice(0, 40));
  expect(await app.locator("img[src=x], .app script").count()).toBe(0);
  expect(await app.title()).toBe("Range Rings");
});
