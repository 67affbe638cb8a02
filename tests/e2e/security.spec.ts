import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, pointNames, test } from "./page.ts";

const MARKUP = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';

test("the policy stands in the header and in the page, and allows nothing inline and no other origin", async ({
  page,
}) => {
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

test("another site cannot frame the app", async ({ page, baseURL }) => {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe src="${baseURL}" width="800" height="600"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const refused = page.waitForEvent("console", { predicate: (message) => message.text().includes("frame-ancestors") });
  await page.goto(`http://127.0.0.1:${port}/`);
  await refused;
  await new Promise((resolve) => server.close(resolve));
});

test("markup in the names of a scenario is text everywhere, and never run", async ({ app }) => {
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
