import { clickMap, expect, mapAtRest, pointNames, savedScenario, test } from "./page.ts";

test("a click places a launch point with the six systems, and undo names and removes it", async ({ app }) => {
  await expect(app.getByRole("heading", { name: "Click the map to place a launch point" })).toBeVisible();
  await clickMap(app, 0.5, 0.5);
  await expect(pointNames(app)).toHaveText(["Launch point 1"]);
  await expect(app.locator(".legend-name")).toHaveText([
    "Tomahawk",
    "ATACMS",
    "SCALP-EG",
    "Storm Shadow",
    // One row for each class of target.
    "Patriot",
    "Patriot",
    "NASAMS",
  ]);
  await expect(app.getByRole("button", { name: "Storm Shadow, about 250 km: source" })).toBeVisible();
  await app.getByRole("button", { name: "Undo: add Launch point 1" }).click();
  await expect(pointNames(app)).toHaveCount(0);
  await app.getByRole("button", { name: "Redo: add Launch point 1" }).click();
  await expect(pointNames(app)).toHaveText(["Launch point 1"]);
});

test("a drag moves a launch point in one undo step", async ({ app }) => {
  await clickMap(app, 0.5, 0.5);
  const before = (await savedScenario(app)).launchPoints[0]?.geometry.coordinates ?? [0, 0];
  const box = await app.locator(".map").boundingBox();
  if (!box) throw new Error("no map");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mapAtRest(app);
  await app.mouse.move(x, y);
  await app.mouse.down();
  await app.mouse.move(x + 60, y + 20, { steps: 6 });
  await app.mouse.move(x + 120, y + 40, { steps: 6 });
  await app.mouse.up();
  const after = (await savedScenario(app)).launchPoints[0]?.geometry.coordinates ?? [0, 0];
  expect(after[0]).toBeGreaterThan(before[0] + 1);
  expect(after[1]).toBeLessThan(before[1] - 0.3);
  await app.getByRole("button", { name: "Undo: move Launch point 1" }).click();
  expect((await savedScenario(app)).launchPoints[0]?.geometry.coordinates).toEqual(before);
});

test("the keyboard alone can place, name, move, hide and delete", async ({ app }) => {
  const add = app.getByRole("button", { name: "At the map’s centre" });
  await add.focus();
  await app.keyboard.press("Enter");
  const name = app.getByRole("textbox", { name: "Name" });
  await name.focus();
  await app.keyboard.press("Control+A");
  await app.keyboard.type("Odesa");
  await app.getByRole("textbox", { name: "Latitude" }).focus();
  await app.keyboard.press("Control+A");
  await app.keyboard.type("46,4825");
  await app.keyboard.press("Tab");
  await app.keyboard.press("Control+A");
  await app.keyboard.type("30.7233");
  await app.getByRole("checkbox", { name: /Tomahawk/ }).focus();
  await app.keyboard.press("Space");
  const saved = (await savedScenario(app)).launchPoints[0];
  expect(saved?.name).toBe("Odesa");
  expect(saved?.geometry.coordinates).toEqual([30.7233, 46.4825]);
  expect(saved?.systems).not.toContain("tomahawk");
  await app.getByRole("button", { name: "Hide Odesa" }).press("Enter");
  await expect(app.locator(".legend-entry")).toHaveCount(0);
  await app.getByRole("button", { name: "Show Odesa" }).press("Enter");
  await app.getByRole("button", { name: "Delete Odesa" }).press("Enter");
  await expect(pointNames(app)).toHaveCount(0);
});

test("rejects a latitude of 95 with a message and changes nothing", async ({ app }) => {
  await clickMap(app, 0.5, 0.5);
  const before = (await savedScenario(app)).launchPoints[0]?.geometry.coordinates;
  await app.getByRole("textbox", { name: "Latitude" }).fill("95");
  await expect(app.getByText("latitude 95 is outside −90…90")).toBeVisible();
  expect((await savedScenario(app)).launchPoints[0]?.geometry.coordinates).toEqual(before);
});

test("restores the map on the next visit", async ({ app }) => {
  await app.getByRole("button", { name: /Two air-defence systems/ }).click();
  await savedScenario(app);
  await app.reload();
  await expect(pointNames(app)).toHaveText(["Rzeszów"]);
  await expect(app.getByRole("textbox", { name: "Title of the map" })).toHaveValue(
    "Two air-defence systems in south-east Poland",
  );
});

test("a broken autosave is reported, and its valid part is kept", async ({ app }) => {
  await app.evaluate(() => {
    const point = (id: string, name: string, latitude: number, systems: string[]) => ({
      id,
      name,
      geometry: { type: "Point", coordinates: [30, latitude] },
      systems,
    });
    const scenario = {
      version: 1,
      launchPoints: [point("a", "Good", 50, ["atacms", "death-star"]), point("b", "Bad", 95, ["atacms"])],
    };
    // This page saves its own state when it closes, so the broken state is written by the next page before it starts.
    sessionStorage.setItem("broken", JSON.stringify({ scenario }));
  });
  await app.addInitScript(() => {
    const broken = sessionStorage.getItem("broken");
    if (broken) localStorage.setItem("range-rings.autosave", broken);
  });
  await app.reload();
  await expect(pointNames(app)).toHaveText(["Good"]);
  const alert = app.getByRole("alert");
  await expect(alert).toContainText('launchPoints[0].systems[1]: no system is called "death-star"');
  await expect(alert).toContainText("launchPoints[1].geometry.coordinates[1]: latitude 95 is outside −90…90");
  expect(await app.evaluate(() => localStorage.getItem("range-rings.autosave.damaged"))).toContain("death-star");
});

test("the comparison sorts, and each number opens its source", async ({ app }) => {
  await clickMap(app, 0.5, 0.5);
  await app.getByRole("button", { name: "Compare" }).click();
  const names = app.locator("tbody th");
  await expect(names).toHaveText([/Tomahawk/, /ATACMS/, /SCALP-EG/, /Storm Shadow/, /Patriot/, /Patriot/, /NASAMS/]);
  await app.getByRole("button", { name: "Range", exact: true }).click();
  await expect(names.first()).toHaveText(/NASAMS/);
  await app.getByRole("dialog").getByRole("button", { name: "NASAMS, about 25–30 km: source" }).click();
  await expect(app.getByRole("heading", { name: "NASAMS: published ranges" })).toBeVisible();
  await expect(app.locator(".figure-card").first()).toContainText("VTC News");
});

for (const [size, width, height] of [["uhd", 3840, 2160]] as const) {
  test(`the PNG has exactly the requested size: ${width} × ${height}`, async ({ app }) => {
    test.setTimeout(150_000);
    await app.getByRole("button", { name: /Four systems/ }).click();
    await app.getByRole("button", { name: "Export", exact: true }).click();
    await app.getByRole("combobox", { name: "Size" }).selectOption(size);
    const save = app.getByRole("button", { name: "Save PNG" });
    await expect(app.locator(".preview")).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
    const download = app.waitForEvent("download", { timeout: 120_000 });
    await save.click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const file = Buffer.concat(chunks);
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([width, height]);
    // A picture of one colour would be far smaller.
    expect(file.length).toBeGreaterThan(60_000);
  });
}

test("formats numbers according to each of the three languages", async ({ app }) => {
  await app.getByRole("button", { name: /Four systems/ }).click();
  const first = app.locator(".legend-entry .number").first();
  await expect(first).toHaveText("2,400 km");
  await app.getByRole("combobox", { name: "Language" }).selectOption("vi");
  await expect(first).toHaveText("2.400 km");
  await expect(app.locator("html")).toHaveAttribute("lang", "vi");
  await app.getByRole("combobox", { name: "Ngôn ngữ" }).selectOption("uk");
  await expect(first).toHaveText("2 400 км");
});

test("opens an exported picture as the map that it shows", async ({ app }) => {
  await app.getByRole("button", { name: "From a file or a list…" }).click();
  const chooser = app.waitForEvent("filechooser");
  await app.getByRole("button", { name: "Choose a file…" }).click();
  await (await chooser).setFiles("tests/golden/one-point.svg");
  await app.getByRole("button", { name: "Open in place of this map" }).click();
  await expect(pointNames(app)).toHaveCount(1);
  await expect(app.getByRole("button", { name: /Undo: open/ })).toBeEnabled();
});

test("rejects a line with one corner, with a message", async ({ app }) => {
  await app.getByRole("radio", { name: "Draw a line", exact: true }).click();
  // The drawing tools load on first use.
  await expect(async () => {
    await clickMap(app, 0.3, 0.3);
    await app.keyboard.press("Enter");
    await expect(app.getByText("A line needs at least two points").first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(pointNames(app)).toHaveCount(0);
});

test("an area that is being drawn survives a change of theme", async ({ app }) => {
  await app.getByRole("radio", { name: "Draw an area", exact: true }).click();
  await clickMap(app, 0.3, 0.3);
  await clickMap(app, 0.6, 0.3);
  // Device setting, light, dark.
  for (let i = 0; i < 2; i += 1) await app.getByRole("button", { name: /^Theme/ }).click();
  await clickMap(app, 0.5, 0.6);
  await app.keyboard.press("Enter");
  await expect(pointNames(app)).toHaveCount(1);
  expect((await savedScenario(app)).launchPoints[0]?.geometry).toMatchObject({ type: "Polygon" });
});
