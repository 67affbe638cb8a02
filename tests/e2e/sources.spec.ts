import type { Locator, Page } from "@playwright/test";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { findSource } from "../../src/catalog/lookups.ts";
import { originsOf } from "../../src/catalog/origins.ts";
import { expect, test, watchFaults } from "./page.ts";
import { plantSession } from "./plant.ts";

const catalog = readCatalog();
const systems = catalog.systems.map(({ id }) => id);
const dialog = (page: Page): Locator => page.getByRole("dialog").last();

/** The lines of a figure's card, by name. */
const factsOf = (card: Locator): Promise<Record<string, string>> =>
  card.evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll("dl > div")].map((line) => [
        line.querySelector("dt")?.textContent,
        line.querySelector("dd")?.textContent?.replaceAll("\u00A0", " "),
      ]),
    ),
  );

test("every number in the legend opens a card, and each card has everything that is known about its figure", async ({
  page,
  context,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL ?? "");
  await plantSession(context, {
    launchPoints: [
      {
        id: "a",
        name: "Kyiv",
        geometry: { type: "Point", coordinates: [30.5234, 50.4501] },
        systems: [...systems, "own"],
      },
    ],
  });
  await page.goto("./");
  const numbers = page.locator(".legend-entry .number");
  await expect(numbers.first()).toBeVisible();
  const count = await numbers.count();
  // Six systems, of which Patriot has two headlines, and a custom one. All except Patriot and the custom one have a spread.
  expect(count).toBe(8 + 5);
  const seen = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const number = numbers.nth(index);
    const text = (await number.textContent()) ?? "";
    await number.click();
    await expect(dialog(page)).toBeVisible();
    const name = ((await dialog(page).getByRole("heading").first().textContent()) ?? "").split(":")[0] ?? "";
    const system = catalog.systems.find(({ shortName }) => shortName === name);
    if (!system) {
      await expect(dialog(page)).toContainText("added by the map’s author");
    } else {
      const wanted = dialog(page).locator(".figure-card[data-wanted]");
      await expect(wanted).toHaveCount(1);
      // The number that was pressed, or the upper end of the spread.
      expect((await wanted.textContent())?.replaceAll(/\D/g, "")).toContain(text.replaceAll(/.*–|\D/g, ""));
      if (!seen.has(system.id)) {
        seen.add(system.id);
        const cards = dialog(page).locator(".figure-cards .figure-card");
        await expect(cards).toHaveCount(system.figures.length);
        const facts = await Promise.all((await cards.all()).map(factsOf));
        for (const figure of system.figures) {
          const source = findSource(catalog, figure.source);
          const { min, max, unit } = figure.asPrinted;
          const printed =
            figure.asPrinted.text === undefined
              ? `${[...new Set([min, max])].map((value) => value.toLocaleString("en")).join("–")} ${unit}`
              : `“${figure.asPrinted.text}”`;
          const address = source?.url?.replace(/^https?:\/\/(www\.)?/, "");
          const card = facts.find(
            (fact) =>
              fact["As printed"] === printed &&
              (fact["Address"] ?? "").startsWith(address ?? "") &&
              (fact["Source"] ?? "") === (source?.publisher ?? "not named on the page") &&
              (figure.targetClass === undefined || /\S/.test(fact["Against"] ?? "")),
          );
          expect(card, figure.id).toBeDefined();
          for (const line of [
            "Who says so",
            "As published",
            "Copy seen",
            "Credited to",
            "Source",
            "Date",
            "Language",
            "second-hand",
            "Checked",
          ])
            expect(card?.[line], `${figure.id}: ${line}`).toMatch(/\S/);
          if (unit !== "km")
            expect(card?.["In kilometres"]?.replaceAll(",", ""), figure.id).toContain(String(figure.rangeKm.max));
          if (figure.creditedTo) expect(card?.["Credited to"]).toBe(figure.creditedTo.en);
          if (figure.via) expect(card?.["second-hand"]).toContain(figure.via);
          if (figure.targetClass) expect(card?.["Against"]).toMatch(/\S/);
        }
        for (const article of system.articles)
          await expect(dialog(page).locator(".source-articles")).toContainText(article);
      }
    }
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  expect([...seen].sort()).toEqual([...systems].sort());
  expect(faults).toEqual([]);
});

test("a card counts origins, opens addresses without telling where from, cites, and notes what is only rounded", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await plantSession(context, {
    launchPoints: [
      { id: "a", name: "Kyiv", geometry: { type: "Point", coordinates: [30.5234, 50.4501] }, systems: ["atacms"] },
    ],
  });
  const faults = watchFaults(page, baseURL ?? "");
  await page.goto("./");
  await page.locator(".legend-entry .number").first().click();
  const atacms = catalog.systems.find(({ id }) => id === "atacms");
  const origins = originsOf(atacms?.figures ?? [], (id) => findSource(catalog, id)).length;
  await expect(dialog(page)).toContainText(
    `${atacms?.figures.length} published figures, ${origins} independent origins`,
  );

  const links = dialog(page).locator("a.url");
  expect(await links.count()).toBe(atacms?.figures.length);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", /noreferrer/);
    await expect(link).toHaveAttribute("referrerpolicy", "no-referrer");
  }
  // A page whose very words are known is opened at them.
  const quoted = atacms?.figures.filter(({ asPrinted }) => asPrinted.quote !== undefined) ?? [];
  expect(quoted.length).toBeGreaterThan(0);
  await expect(dialog(page).locator("a.url[href*='#:~:text=']")).toHaveCount(quoted.length);

  const miles = dialog(page).locator(".figure-card", { hasText: "190 mi (306" });
  await expect(miles).toContainText(/May be the same number as 300\skm \(.+\), converted and rounded/);
  await expect(miles).toContainText("a stored copy of the publisher’s own page");
  await miles.getByRole("button", { name: "Copy citation" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toMatch(/^ABC News, November 2024, “190\smi”.*https:\/\/abcnews\.go\.com/);
  await miles.getByRole("button", { name: "Copy as CSL-JSON" }).click();
  expect(JSON.parse(await copied())).toMatchObject([
    { "container-title": "ABC News", issued: { "date-parts": [[2024, 11]] }, language: "en" },
  ]);
  expect(faults).toEqual([]);
});
