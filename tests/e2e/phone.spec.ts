import { expect, pointNames, test } from "./page.ts";

test("on a phone a tap places, the sheet goes up and down, and nothing is wider than the screen", async ({ app }) => {
  await app.touchscreen.tap(195, 200);
  await expect(pointNames(app)).toHaveText(["Launch point 1"]);
  await app.getByRole("button", { name: "Raise the panel" }).tap();
  await expect(app.locator(".panel")).toHaveAttribute("data-size", "full");
  await app.getByRole("button", { name: "Lower the panel" }).tap();
  await expect(app.locator(".panel")).toHaveAttribute("data-size", "peek");
  expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
