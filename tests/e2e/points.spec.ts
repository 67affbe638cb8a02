import type { Page } from "@playwright/test";
import { clickMap, expect, pointNames, savedScenario, test, watchFaults } from "./page.ts";

const liveCount = (page: Page) => page.locator("#points-heading + .count");

/** Drops a file on the page, like a drag from the desktop. */
const dropFile = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName, body]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([body ?? ""], fileName ?? ""));
      for (const type of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );

const UKRAINIAN_CSV = [
  "Назва;Широта;Довгота;Група",
  "Одеса;46,4825;30,7233;Південь",
  "Київ;50,4501;30,5234;Північ",
  "Ніде;95,5;30;Північ",
  "Без довготи;48,1;;",
].join("\r\n");
const QGIS_GEOJSON = JSON.stringify({
  type: "FeatureCollection",
  name: "points",
  crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
  features: [
    { type: "Feature", properties: { fid: 1, name: "Lviv" }, geometry: { type: "Point", coordinates: [24.03, 49.84] } },
  ],
});
const GOOGLE_EARTH_KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Places.kml</name><Folder><name>West</name>
<Placemark><name>Rzeszów</name><styleUrl>#m_ylw-pushpin</styleUrl><Point><gx:drawOrder>1</gx:drawOrder><coordinates>22.0,50.04,0</coordinates></Point></Placemark></Folder></Document></kml>`;
const GARMIN_GPX = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?><gpx xmlns="http://www.topografix.com/GPX/1/1" creator="eTrex 20x" version="1.1">
<wpt lat="16.054407" lon="108.202164"><ele>7.5</ele><time>2024-05-01T08:00:00Z</time><name>Đà Nẵng</name><sym>Flag, Blue</sym></wpt></gpx>`;

test("keyboard only: search, nudge, rename, duplicate, undo by name, and the list of shortcuts", async ({ app }) => {
  await app.keyboard.press("/");
  await app.keyboard.type("ha noi");
  await expect(app.locator(".search-result").first()).toContainText("Hanoi");
  await app.keyboard.press("Enter");
  await expect(pointNames(app)).toHaveText(["Hanoi"]);
  await app.keyboard.type("49°50'31\"N 24°01'56\"E");
  await expect(app.locator(".search-result").first()).toContainText("49.84");
  await app.keyboard.press("Enter");
  await app.keyboard.type("https://www.google.com/maps/place/Odesa/@46.4825,30.7233,12z");
  await expect(app.locator(".search-result").first()).toContainText("46.4825");
  await app.keyboard.press("Enter");
  await expect(pointNames(app)).toHaveCount(3);
  // Invalid input shows the problem and adds nothing.
  await app.keyboard.type("95.5N 30E");
  await expect(app.locator(".search-message")).toContainText("latitude 95.5 is outside −90…90");
  await app.keyboard.press("Enter");
  await app.keyboard.press("Escape");
  await expect(pointNames(app)).toHaveCount(3);

  const [first] = (await savedScenario(app)).launchPoints;
  const row = app.getByRole("button", { name: /^Hanoi/ });
  await row.focus();
  await app.keyboard.press("ArrowUp");
  await app.keyboard.press("ArrowUp");
  const [nudged] = (await savedScenario(app)).launchPoints;
  expect(nudged?.geometry.coordinates[1]).toBeGreaterThan(first?.geometry.coordinates[1] ?? 90);
  await app.keyboard.press("Enter");
  await app.getByRole("textbox", { name: "Name", exact: true }).focus();
  await app.keyboard.press("Control+A");
  await app.keyboard.type("Hà Nội");
  await expect(pointNames(app).first()).toHaveText("Hà Nội");
  await app.getByRole("button", { name: "Duplicate" }).press("Enter");
  await expect(pointNames(app)).toHaveCount(4);
  await app.keyboard.press("Control+z");
  await expect(pointNames(app)).toHaveCount(3);
  await app.getByRole("button", { name: "Undo: rename Hanoi" }).press("Enter");
  await expect(pointNames(app).first()).toHaveText("Hanoi");
  // Two nudges in a row are one undo step.
  await app.getByRole("button", { name: "Undo: move Hanoi" }).press("Enter");
  expect((await savedScenario(app)).launchPoints[0]?.geometry.coordinates).toEqual(first?.geometry.coordinates);
  await app.keyboard.press("?");
  await expect(app.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await app.keyboard.press("Escape");
  await expect(app.getByRole("dialog")).toHaveCount(0);
});

test("mouse: imports files from a spreadsheet, QGIS, Google Earth and a GPS by drop and file picker, with a preview and undo", async ({
  app,
}) => {
  await clickMap(app, 0.5, 0.5);
  await dropFile(app, "точки.csv", UKRAINIAN_CSV);
  const dialog = app.getByRole("dialog");
  await expect(dialog).toContainText("2 launch points will be imported");
  await expect(dialog).toContainText("Row 4");
  await expect(dialog).toContainText("latitude 95,5 is outside −90…90");
  await expect(dialog).toContainText("Row 5");
  await dialog.getByRole("button", { name: "Add 2 launch points" }).click();
  await expect(pointNames(app)).toHaveText(["Launch point 1", "Одеса", "Київ"]);
  await expect(app.getByRole("heading", { name: "Південь" })).toBeVisible();
  expect((await savedScenario(app)).launchPoints[1]?.geometry.coordinates).toEqual([30.7233, 46.4825]);
  await app.getByRole("button", { name: "Undo: import точки.csv" }).click();
  await expect(pointNames(app)).toHaveText(["Launch point 1"]);

  for (const [name, text, place] of [
    ["points.geojson", QGIS_GEOJSON, "Lviv"],
    ["Places.kml", GOOGLE_EARTH_KML, "Rzeszów"],
    ["Waypoints.gpx", GARMIN_GPX, "Đà Nẵng"],
  ] as const) {
    await app.getByRole("button", { name: "From a file or a list…" }).click();
    const chooser = app.waitForEvent("filechooser");
    await app.getByRole("button", { name: "Choose a file…" }).click();
    await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
    await dialog.getByRole("button", { name: "Add 1 launch point" }).click();
    await expect(pointNames(app).filter({ hasText: place })).toHaveCount(1);
  }
  // A broken file changes nothing.
  await dropFile(app, "broken.kml", "<kml><Document><Placemark><name>x");
  await expect(dialog).toContainText("Nothing will be imported");
  await app.keyboard.press("Escape");
  await expect(pointNames(app)).toHaveCount(4);
});

test("imports 10,000 rows within seconds, can be cancelled, and the page stays responsive", async ({ app }) => {
  test.setTimeout(180_000);
  const rows = Array.from(
    { length: 10_000 },
    (_, index) =>
      `Point ${index};${(((index * 37) % 12_000) / 100 - 60).toFixed(2).replace(".", ",")};${(((index * 91) % 34_000) / 100 - 170).toFixed(2).replace(".", ",")}`,
  );
  const csv = ["name;latitude;longitude", ...rows].join("\n");
  await clickMap(app, 0.5, 0.5);
  const dialog = app.getByRole("dialog");
  // Pressed as soon as the button appears, because a fast machine reads the file in no time.
  await app.evaluate(() => {
    const press = new MutationObserver(() => {
      const cancel = [...document.querySelectorAll<HTMLElement>("[role=dialog] button")].find(
        (button) => button.textContent === "Cancel",
      );
      if (cancel) press.disconnect();
      cancel?.click();
    });
    press.observe(document.body, { childList: true, subtree: true });
  });
  await dropFile(app, "many.csv", csv.repeat(12));
  await expect(dialog.getByRole("button", { name: "Choose a file…" })).toBeVisible();
  await app.keyboard.press("Escape");
  await expect(pointNames(app)).toHaveCount(1);
  await dropFile(app, "many.csv", csv);
  await dialog.getByRole("button", { name: "Add 10,000 launch points" }).click({ timeout: 30_000 });
  await expect(liveCount(app)).toHaveText("10001", { timeout: 30_000 });
  await expect(app.locator(".legend-entry")).toHaveCount(7);
  expect((await savedScenario(app)).launchPoints).toHaveLength(10_001);
  // The page responds while the map is still receiving its rings.
  await app.keyboard.press("?");
  await expect(app.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await app.keyboard.press("Escape");
  await app.getByRole("button", { name: "Undo: import many.csv" }).click();
  await expect(pointNames(app)).toHaveText(["Launch point 1"]);
});

test("two tabs do not overwrite each other: the notified one asks, and nothing is lost", async ({
  app,
  context,
  baseURL,
}) => {
  await clickMap(app, 0.4, 0.5);
  await savedScenario(app);
  const other = await context.newPage();
  const faults = watchFaults(other, baseURL ?? "");
  await other.goto("./");
  await expect(pointNames(other)).toHaveText(["Launch point 1"]);
  await expect(app.locator(".notice")).toHaveCount(0);
  await clickMap(other, 0.7, 0.4);
  await savedScenario(other);
  const notice = app.locator(".notice");
  await expect(notice).toContainText("Another tab has saved its map");
  // Edits here in the meantime do not overwrite the other tab's map.
  await app.bringToFront();
  await app.locator("h1").click();
  await app.keyboard.press("a");
  expect((await savedScenario(app)).launchPoints.map((point) => point.name)).toEqual([
    "Launch point 1",
    "Launch point 2",
  ]);
  const mine = await pointNames(app).allTextContents();
  await notice.getByRole("button", { name: "Take the other tab’s map" }).click();
  await expect(notice).toHaveCount(0);
  await expect(pointNames(app)).toHaveCount(2);
  await app.getByRole("button", { name: /^Undo: open/ }).click();
  await expect(pointNames(app)).toHaveText(mine);
  // Undo has saved this tab's map again, so now the other tab asks, and keeps its own.
  await other.bringToFront();
  await other.getByRole("button", { name: "Keep this tab’s map" }).click();
  await expect(notice).toHaveCount(1);
  expect(faults).toEqual([]);
});

test("50 launch points fit a link, which an iframe on another page shows", async ({ app, context, baseURL }) => {
  const list = Array.from(
    { length: 50 },
    (_, index) =>
      `Military airfield no. ${index + 1} (north), ${(44 + index * 0.1373).toFixed(4)}, ${(22 + ((index * 7.391) % 18)).toFixed(4)}`,
  ).join("\n");
  await app.getByRole("button", { name: "From a file or a list…" }).click();
  await app.getByRole("textbox", { name: "Or paste a list" }).fill(list);
  await app.getByRole("button", { name: "Read the list" }).click();
  await app.getByRole("button", { name: "Add 50 launch points" }).click();
  await app.getByRole("button", { name: "Share this map" }).click();
  const link = await app.getByRole("textbox", { name: "Link to the whole map" }).inputValue();
  expect(link.length).toBeLessThan(8000);
  const snippet = await app.getByRole("textbox", { name: "HTML" }).inputValue();
  const host = await context.newPage();
  await host.route("**/article.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Article</title><p>Words</p>${snippet}` }),
  );
  await host.goto(new URL("article.html", baseURL).href);
  const frame = host.frameLocator("iframe");
  await expect(frame.locator(".maplibregl-canvas")).toBeVisible({ timeout: 30_000 });
  await expect(frame.getByText("Open", { exact: false }).first()).toBeVisible();
  expect(await frame.getByRole("link").first().getAttribute("href")).toContain("#s1.");
  // The embed is read-only: a click on it adds nothing.
  await frame.locator(".maplibregl-canvas").click();
  await expect(frame.locator(".point-name")).toHaveCount(0);
  // The visitor's own map is unchanged.
  expect((await savedScenario(app)).launchPoints).toHaveLength(50);
});
