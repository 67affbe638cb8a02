import { readFileSync } from "node:fs";
import { clickMap, dropFile, expect, flushAutosave, mapAtRest, test } from "./page.ts";

const CATALOG = readFileSync("data/examples/newsroom-catalog.json", "utf8");

test("a newsroom drops its catalogue, draws from it, saves the map and opens it again", async ({ app }) => {
  test.setTimeout(180_000);
  const dialog = app.getByRole("dialog");
  const legend = app.locator(".legend-entry");

  // A catalogue with a fault is refused, with the field and the value, and nothing changes.
  await dropFile(app, "broken.json", CATALOG.replace('"date": "2026-01-31"', '"date": "2099-01-31"'));
  await expect(dialog).toContainText("broken.json");
  await expect(dialog).toContainText('sources[0].date: "2099-01-31" is in the future');
  await expect(dialog.getByRole("button", { name: "Use in this map" })).toBeDisabled();
  await app.keyboard.press("Escape");

  await dropFile(app, "gazette.json", CATALOG);
  await expect(dialog).toContainText("The Example Gazette: 2 systems");
  await dialog.getByRole("button", { name: "Use in this map" }).click();
  await expect(app.getByRole("status").filter({ hasText: "The Example Gazette" })).toBeVisible();

  // Its systems stand among ours, marked as the newsroom's.
  await clickMap(app, 0.5, 0.4);
  const kestrel = app.locator(".system-choice .checkbox", { hasText: "Kestrel" }).first();
  await expect(kestrel).toContainText("The Example Gazette’s catalogue");
  await kestrel.click();
  const entry = legend.filter({ hasText: "Kestrel" });
  await expect(entry).toContainText("up to 300 mi (483 km)");
  await expect(entry).toContainText("The Example Gazette’s catalogue");
  await entry.getByRole("button").first().click();
  await expect(dialog).toContainText("The Example Gazette’s catalogue");
  await expect(dialog.getByRole("link", { name: /example\.org/ }).first()).toBeVisible();
  await app.keyboard.press("Escape");

  await app.getByRole("button", { name: "Saved maps" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("With Kestrel");
  await dialog.getByRole("button", { name: "Save this map" }).click();
  await expect(dialog).toContainText("Saved: With Kestrel");
  await app.keyboard.press("Escape");

  // Another catalogue for the map, or none, takes its systems away; the browser keeps it to choose again.
  await app.getByRole("button", { name: "Your systems" }).click();
  await expect(dialog.getByRole("radio", { name: "The Example Gazette: 2 systems" })).toBeChecked();
  await dialog.locator(".desk-choice", { hasText: "None" }).click();
  await app.keyboard.press("Escape");
  await expect(entry).toHaveCount(0);

  await app.getByRole("button", { name: "Saved maps" }).click();
  await dialog.getByRole("button", { name: "Open With Kestrel" }).click();
  await expect(entry).toContainText("The Example Gazette’s catalogue");

  // And so it is after a reload, in the reader's language.
  await mapAtRest(app);
  await flushAutosave(app);
  await app.reload();
  await expect(entry).toContainText("The Example Gazette’s catalogue");
  await app.getByRole("combobox", { name: "Language" }).selectOption("vi");
  await expect(entry).toContainText("danh mục của The Example Gazette");
  await dropFile(app, "hong.json", CATALOG.replace('"unit": "mi"', '"unit": "ft"'));
  await expect(dialog).toContainText('systems[0].figures[0].asPrinted.unit: "ft" phải là một trong: km, mi, nmi');
  await app.keyboard.press("Escape");
  await expect(entry).toContainText("danh mục của The Example Gazette");
});

test("a link carries the newsroom's systems that its map uses", async ({ app, context }) => {
  test.setTimeout(120_000);
  await dropFile(app, "gazette.json", CATALOG);
  await app.getByRole("dialog").getByRole("button", { name: "Use in this map" }).click();
  await clickMap(app, 0.5, 0.4);
  await app.locator(".system-choice .checkbox", { hasText: "Palisade" }).first().click();
  await app.getByRole("button", { name: "Share this map" }).click();
  const dialog = app.getByRole("dialog");
  await expect(dialog).toContainText("the link carries the systems that this map uses");
  const link = await dialog.getByRole("textbox").first().inputValue();
  await app.evaluate(() => localStorage.clear());
  const reader = await context.newPage();
  await reader.goto(link.replace("#", "embed.html#"));
  await reader.getByText("Show the legend").click();
  await expect(reader.locator(".legend-entry", { hasText: "Palisade" }).first()).toContainText(
    "against aircraft; The Example Gazette’s catalogue",
  );
});
