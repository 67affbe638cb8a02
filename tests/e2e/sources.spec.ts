import type { Locator, Page } from "@playwright/test";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { findSource } from "../../src/catalog/lookups.ts";
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
