import { deflateRawSync } from "node:zlib";
import { expect, test } from "./page.ts";

/** A link of any length: longer ones than the program makes are read as well. */
function linkOf(scenario: object): string {
  const packed = deflateRawSync(JSON.stringify(scenario), { level: 9 });
  let checksum = 0x811c9dc5;
  for (const byte of packed) checksum = Math.imul(checksum ^ byte, 0x01000193);
  const bytes = Buffer.alloc(4 + packed.length);
  bytes.writeUInt32BE(checksum >>> 0);
  packed.copy(bytes, 4);
  return `#s1.${bytes.toString("base64url")}`;
}

const customSystems = Array.from({ length: 60 }, (_, index) => ({
  id: index.toString(36),
  name: `Own ${index}`,
  rangeKm: { min: 50 + 30 * index, max: 50 + 30 * index },
}));

const mergedLink = (points: number, systems: number): string =>
  linkOf({
    version: 1,
    customSystems,
    launchPoints: Array.from({ length: points }, (_, index) => ({
      id: `p${index}`,
      name: "",
      geometry: { type: "Point", coordinates: [(index % 140) * 2.5 - 174, Math.floor(index / 140) * 1.9 - 68] },
      systems: customSystems.slice(0, systems).map(({ id }) => id),
    })),
    display: { coverage: true },
  });

test("a merged map of 600,000 rings opens from a link, draws rings, and says why", async ({ app }) => {
  await app.goto(`./${mergedLink(10_000, 60)}`);
  const status = app.locator(".merge-status");
  await expect(status).toContainText("needs about 45 GB of memory", { timeout: 60_000 });
  await expect(app.locator(".points .point").first()).toBeVisible();
  await status.getByRole("button", { name: "Turn merging off" }).click();
  await expect(status).toHaveCount(0);
  await app.keyboard.press("Control+z");
  await expect(status).toContainText("Rings are drawn instead");
});

test("merging ten thousand rings shows how far it is, and rings can be drawn instead", async ({ app }) => {
  await app.goto(`./${mergedLink(10_000, 1)}`);
  const status = app.locator(".merge-status");
  await expect(status).toContainText("Merging areas…", { timeout: 60_000 });
  await status.getByRole("button", { name: "Draw rings instead" }).click();
  await expect(status).toHaveCount(0);
  await expect(app.locator(".points .point").first()).toBeVisible();
});

test("an example asks before it takes the place of the user's own title, and keeps it where it is told to", async ({
  app,
}) => {
  const title = app.getByRole("textbox", { name: "Title of the map" });
  await title.fill("Mine");
  await app.getByRole("button", { name: /Four systems/ }).click();
  const dialog = app.getByRole("dialog", { name: "Open this example?" });
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(title).toHaveValue("Mine");
  await app.getByRole("button", { name: /Four systems/ }).click();
  await dialog.getByRole("button", { name: "Open without saving mine" }).click();
  await expect(app.locator(".point-name")).toHaveCount(1);
});
