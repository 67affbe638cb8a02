import { expect, pointNames, test } from "./page.ts";

test("on a phone a tap places a launch point, the sheet opens and closes, and nothing is wider than the screen", async ({
  app,
}) => {
  await app.touchscreen.tap(195, 200);
  await expect(pointNames(app)).toHaveText(["Launch point 1"]);
  await app.getByRole("button", { name: "Raise the panel" }).tap();
  await expect(app.locator(".panel")).toHaveAttribute("data-size", "full");
  await app.getByRole("button", { name: "Lower the panel" }).tap();
  await expect(app.locator(".panel")).toHaveAttribute("data-size", "peek");
  expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("stacks the parts of the export view on a phone", async ({ app }) => {
  await app.getByRole("button", { name: /Four systems/ }).click();
  await app.getByRole("button", { name: "Export", exact: true }).click();
  await expect(app.locator(".preview")).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
  const [main, side] = [
    await app.locator(".export-main").boundingBox(),
    await app.locator(".export-side").boundingBox(),
  ];
  const actions = await app.locator(".dialog-actions").boundingBox();
  if (!main || !side || !actions) throw new Error("no export view");
  expect(actions.y + actions.height).toBeLessThanOrEqual(main.y + main.height);
  expect(main.y + main.height).toBeLessThanOrEqual(side.y + 1);
  expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
