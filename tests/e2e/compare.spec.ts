import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "@playwright/test";
import { expect, test } from "./page.ts";

const dialog = (page: Page): Locator => page.getByRole("dialog").last();

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), "utf8");
}

test("compares systems, opens the source card of every number, and saves the chart", async ({ app }) => {
  await app.getByRole("button", { name: /Four systems/ }).click();
  await app.getByRole("button", { name: "Compare" }).click();
  const names = dialog(app).locator("tbody th");
  await expect(names).toHaveText([/Tomahawk/, /ATACMS/, /SCALP-EG/, /Storm Shadow/]);

  // A dot of the chart, opened with the keyboard, shows its own figure.
  const dot = dialog(app).getByRole("button", { name: "ATACMS: 190 mi (306 km), ABC News" });
  await dot.focus();
  await app.keyboard.press("Enter");
  await expect(app.getByRole("heading", { name: "ATACMS: published ranges" })).toBeVisible();
  const card = dialog(app).locator(".figure-card[data-wanted]");
  await expect(card).toBeFocused();
  await expect(card).toContainText("190 mi");
  await expect(card).toContainText("November 2024");
  await expect(card).toContainText("abcnews.go.com");
  await app.keyboard.press("Escape");
  // Closing the card returns to the unchanged comparison.
  await expect(names).toHaveCount(4);
  await expect(dot).toBeFocused();

  await dialog(app).getByRole("radio", { name: "mi", exact: true }).click();
  await expect(dialog(app).getByRole("button", { name: "Tomahawk, 1,491 mi: source" })).toBeVisible();
  await dialog(app).getByLabel("The whole catalogue, with versions").click({ force: true });
  await expect(names.filter({ hasText: "Patriot (PAC-3 MSE)" })).toHaveCount(1);
  await dialog(app).getByLabel("Kind").selectOption("surface-to-air");
  await expect(names.filter({ hasText: "Tomahawk" })).toHaveCount(0);
  await expect(dialog(app).getByRole("button", { name: /^NASAMS: about (?:99|100) mi/ })).toHaveCount(0);

  const csv = app.waitForEvent("download");
  await dialog(app).getByRole("button", { name: "CSV" }).click();
  expect(await textOf(csv)).toMatch(
    /patriot-s35,Patriot,PAC-3 MSE,Surface-to-air,40,40,km,40,40,up to about,ballistic missiles/,
  );
  const svg = app.waitForEvent("download");
  await dialog(app).getByRole("button", { name: "SVG" }).click();
  expect(await textOf(svg)).toMatch(/^<\?xml[\s\S]*PAC-3 MSE[\s\S]*<\/svg>\s*$/);

  // On paper nothing is cut off, the chart and its title are on one page, and controls are hidden.
  await app.setViewportSize({ width: 794, height: 1123 });
  await app.emulateMedia({ media: "print" });
  await expect(dialog(app).locator(".compare-options")).toBeHidden();
  for (const part of [".dialog-head", ".compare-chart svg", ".treaty-notes", ".compare-table .table"]) {
    const box = await app.locator(part).last().boundingBox();
    expect(box?.x, part).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0), part).toBeLessThanOrEqual(794);
    if (part.includes("chart")) expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(1123);
  }
  await app.emulateMedia({ media: "screen" });
});

test("tabbing through the teaching aids never scrolls the page away", async ({ app }) => {
  await app.getByRole("button", { name: /Four systems/ }).click();
  await app.getByRole("button", { name: "Teaching and analysis" }).click();
  for (let step = 0; step < 8; step += 1) {
    await app.keyboard.press("Tab");
    expect(await app.evaluate(() => [document.documentElement.scrollTop, document.body.scrollTop])).toEqual([0, 0]);
  }
});

test("shows the comparison and the distances as cards on a phone, without horizontal scrolling", async ({ app }) => {
  await app.setViewportSize({ width: 390, height: 844 });
  await app.getByRole("button", { name: /Four systems/ }).click();
  const sideways = () =>
    app.evaluate(() =>
      [...document.querySelectorAll(".dialog-body, .dialog-body section, html")]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.className),
    );
  await app.getByRole("button", { name: "Compare" }).click();
  await expect(dialog(app).locator(".compare-table tbody tr")).toHaveCount(4);
  expect(await sideways()).toEqual([]);
  await app.keyboard.press("Escape");
  await app.getByRole("button", { name: "Distances", exact: true }).click();
  const kyiv = dialog(app).getByRole("row", { name: /^Kyiv/ });
  await expect(kyiv).toContainText("within all figures");
  expect(await sideways()).toEqual([]);
});

test("filters, sorts, pastes and saves distances to places", async ({ app }) => {
  let loads = 0;
  app.on("request", (request) => (loads += request.url().endsWith("places.json") ? 1 : 0));
  await app.getByRole("button", { name: /Four systems/ }).click();
  await app
    .getByRole("searchbox")
    .or(app.getByRole("combobox", { name: /Place/ }))
    .first()
    .click();
  await app.getByRole("button", { name: "Distances", exact: true }).click();
  const rows = dialog(app).locator(".reach-table tbody th");
  await expect(rows.first()).toHaveText(/^Kyiv/);
  await dialog(app).getByLabel("Country").selectOption("VN");
  await dialog(app).getByRole("button", { name: "Population", exact: true }).click();
  await expect(rows.first()).toHaveText(/^Ho Chi Minh City/);
  // Every column can be sorted, also the bearing: Vietnam lies east of Kyiv.
  await dialog(app).getByRole("button", { name: "Bearing", exact: true }).click();
  await expect(dialog(app).getByRole("columnheader", { name: "Bearing" })).toHaveAttribute("aria-sort", "ascending");
  const bearings = await dialog(app).locator(".reach-table tbody td:nth-child(7)").allTextContents();
  const degrees = bearings.map((text) => Number.parseInt(text, 10));
  expect(degrees.length).toBeGreaterThan(5);
  expect(degrees).toEqual(degrees.toSorted((a, b) => a - b));
  // The search box and the table share the list of places, which is loaded once.
  expect(loads).toBe(1);
  await dialog(app).getByRole("radio", { name: "My own list" }).click();
  await dialog(app)
    .getByRole("textbox", { name: /One place per line/ })
    .fill("Odesa, Ukraine\nStation; 48.2627, 30.5234\nNo Such Town");
  await expect(dialog(app).getByText("Line 3: no place is called")).toBeVisible();
  await dialog(app).getByRole("button", { name: "Distance", exact: true }).click();
  await expect(rows).toHaveText([/^Station/, /^Odesa/]);
  // 243 km from Kyiv: below every figure of Tomahawk, between those of ATACMS.
  const station = dialog(app).getByRole("row", { name: /^Station/ });
  await expect(station.getByRole("cell").nth(0)).toHaveText("243 km");
  await expect(station.getByRole("cell").nth(1)).toHaveText("within all figures");
  await expect(station.getByRole("cell").nth(2)).toHaveText("within some figures");
  const csv = app.waitForEvent("download");
  await dialog(app).getByRole("button", { name: "Save as CSV" }).click();
  expect((await textOf(csv)).trim().split("\r\n")).toHaveLength(3);
});

test("adds, marks, changes and removes a custom system; the caption follows until it is edited", async ({ app }) => {
  await app.getByRole("button", { name: /Two air-defence systems/ }).click();
  const caption = app.getByRole("textbox", { name: "Caption and alternative text" });
  await expect(caption).toHaveValue(
    /Patriot \(up to 150.km, against aircraft\), Patriot \(40.km, against ballistic missiles\)/,
  );
  await app.getByRole("button", { name: "Your systems", exact: true }).click();
  await dialog(app).getByRole("textbox", { name: "Range, km" }).fill("25,000");
  await dialog(app).getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog(app).getByText("Enter a name")).toBeVisible();
  await expect(dialog(app).getByText("Range “25,000” is over 20,000 km")).toBeVisible();
  await dialog(app).getByRole("textbox", { name: "Name" }).fill("Example");
  await dialog(app).getByRole("textbox", { name: "Range, km" }).fill("1,000");
  await dialog(app).getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog(app).getByText("Example was added and switched on at one launch point.")).toBeVisible();
  // Another can be added immediately, and keys still reach the dialog when nothing has the focus.
  await expect(dialog(app).getByRole("button", { name: "Add", exact: true })).toBeFocused();
  await app.evaluate(() => (document.activeElement as HTMLElement).blur());
  await app.keyboard.press("Escape");
  const entry = app.locator(".legend-entry", { hasText: "Example" });
  await expect(entry).toContainText("added by the map’s author");
  await expect(caption).toHaveValue(/Example \(1,000.km, added by the map’s author\)/);
  await caption.fill("My words");
  await app.getByRole("button", { name: "Back to automatic" }).click();
  await expect(caption).toHaveValue(/Example/);
  await app.getByRole("button", { name: "Your systems", exact: true }).click();
  await dialog(app).getByRole("button", { name: "Delete Example" }).click();
  await app.keyboard.press("Escape");
  await expect(entry).toHaveCount(0);
  await expect(caption).not.toHaveValue(/Example/);
});

test("figures over time: each says what was printed and by whom, by pointer and by keyboard, and the chart is saved", async ({
  app,
}) => {
  await app.getByRole("button", { name: /Four systems/ }).click();
  await app.getByRole("button", { name: "Compare" }).click();
  await dialog(app).getByRole("radio", { name: "Figures over time" }).click();
  const readout = dialog(app).locator(".chart-readout");
  const mark = dialog(app).getByRole("button", { name: /^Tomahawk: more than 1,000 mi \(1,609 km\)/ });
  await mark.hover();
  await expect(readout).toHaveText(
    /printed as “1,000 mi”; 8 April 2017.*the manufacturer’s figure \(Raytheon.*\), in Boston Herald; origin \d+ of \d+/,
  );
  await mark.focus();
  await app.keyboard.press("ArrowRight");
  await expect(readout).toHaveText(/12 April 2018.*CNBC/);
  await app.keyboard.press("Enter");
  await expect(dialog(app).locator(".figure-card[data-wanted]")).toContainText("CNBC");
  await app.keyboard.press("Escape");

  // The table behind it has the undated last, and the same link to the card.
  const rows = dialog(app).locator("tbody").first().locator("tr");
  await expect(rows).toHaveCount(14);
  await expect(rows.last()).toContainText("undated");

  const svg = app.waitForEvent("download");
  await dialog(app).getByRole("button", { name: "SVG" }).click();
  expect(await textOf(svg)).toMatch(/Figures over time[\s\S]*CNBC, 12 April 2018/);
  const csv = app.waitForEvent("download");
  await dialog(app).getByRole("button", { name: "CSV" }).click();
  expect(await textOf(csv)).toContain("How the date is known");
  const png = app.waitForEvent("download");
  await dialog(app).getByRole("button", { name: "PNG" }).click();
  expect((await png).suggestedFilename()).toMatch(/\.png$/);
});
