import { expect, pointNames, test, watchFaults } from "./page.ts";

test("touch: a long press adds a point, a link opens the same map and offers to keep the previous one, and the library saves maps", async ({
  app,
  context,
  baseURL,
}) => {
  const client = await context.newCDPSession(app);
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: 200, y: 180 }] });
  await expect(pointNames(app)).toHaveText(["Launch point 1"]);
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(pointNames(app)).toHaveCount(1);
  await expect(app.getByRole("menu")).toHaveCount(0);
  await app.getByRole("textbox", { name: "Title of the map" }).fill("Mine");

  await app.getByRole("button", { name: "Share this map" }).tap();
  const link = await app.getByRole("textbox", { name: "Link to the whole map" }).inputValue();
  await app.getByRole("button", { name: "Close" }).tap();

  await app.getByRole("button", { name: "Saved maps" }).tap();
  const dialog = app.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save this map" }).tap();
  await expect(dialog.getByRole("button", { name: "Open Mine" })).toBeVisible();
  await dialog.getByRole("button", { name: "Rename Mine" }).tap();
  await dialog.locator(".library-name input").fill("Ours");
  await dialog.locator(".library-name input").press("Enter");
  await dialog.getByRole("button", { name: "Duplicate Ours" }).tap();
  await expect(dialog.locator(".library-row")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Delete Ours", exact: true }).tap();
  await expect(dialog.locator(".library-row")).toHaveCount(1);
  await dialog.getByRole("button", { name: "Undo" }).tap();
  await expect(dialog.getByRole("button", { name: "Open Ours", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).first().tap();

  const second = await context.newPage();
  const faults = watchFaults(second, baseURL ?? "");
  await second.goto("./");
  await expect(pointNames(second)).toHaveCount(1);
  await second.touchscreen.tap(100, 150);
  await expect(pointNames(second)).toHaveCount(2);
  await second.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect(second.getByRole("dialog", { name: "This link contains a map" })).toBeVisible();
  await second.getByRole("button", { name: "Save mine, then open" }).tap();
  await expect(pointNames(second)).toHaveText(["Launch point 1"]);
  await expect(second.getByRole("textbox", { name: "Title of the map" })).toHaveValue("Mine");
  await second.getByRole("button", { name: "Saved maps" }).tap();
  await expect(second.getByRole("dialog").locator(".library-row")).toHaveCount(3);
  expect(await second.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(faults).toEqual([]);
});
