import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, Result } from "axe-core";
import { expect, pointNames, test } from "./page.ts";
import { plantSession } from "./plant.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const messagesOf = (language: string) =>
  JSON.parse(readFileSync(new URL(`../../src/i18n/messages/${language}.json`, import.meta.url), "utf8")) as Record<
    string,
    string
  >;
type Words = (id: string) => string;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();

/** A map of which figures have changed since the first edition of the catalogue. */
const OLD_POINTS = [
  { id: "p1", name: "Kyiv", geometry: { type: "Point", coordinates: [30.5, 50.4] }, systems: ["patriot", "atacms"] },
];

/** Every view of the page, and how to open it from the initial page. */
const VIEWS: Record<string, (page: Page, words: Words) => Promise<void>> = {
  page: async () => {},
  editor: async (page) => page.locator(".point-head").first().click(),
  several: async (page, words) => {
    await press(page, words("points.several"));
    await press(page, words("points.all"));
  },
  tools: async (page, words) => page.getByRole("radio", { name: words("tool.measure") }).click(),
  menu: async (page) => {
    await page.locator(".map").click({ button: "right", position: { x: 200, y: 300 } });
    await expect(page.getByRole("menu")).toBeVisible();
  },
  compare: async (page, words) => press(page, words("compare")),
  overTime: async (page, words) => {
    await press(page, words("compare"));
    await page.getByRole("radio", { name: words("timeline.title") }).click();
    await expect(page.locator(".chart-readout")).toBeVisible();
  },
  source: async (page, words) => {
    await press(page, words("compare"));
    await page.getByRole("dialog").locator("tbody button.number").first().click();
    await expect(page.locator("[role=dialog]").nth(1)).toBeVisible();
  },
  export: async (page, words) => {
    await press(page, words("export"));
    await expect(page.locator(".preview").first()).toHaveAttribute("aria-busy", "false", { timeout: 60_000 });
  },
  reach: async (page, words) => press(page, words("reach")),
  custom: async (page, words) => press(page, words("custom")),
  country: async (page, words) => press(page, words("country.add")),
  import: async (page, words) => press(page, words("add.file")),
  share: async (page, words) => press(page, words("share.title")),
  library: async (page, words) => press(page, words("library")),
  borders: async (page, words) => press(page, words("borders")),
  shortcuts: async (page, words) => press(page, words("shortcuts")),
  // The last, since it opens another map.
  corrections: async (page, words) => {
    const language = await page.evaluate(() => document.documentElement.lang);
    const old = { version: 1, launchPoints: OLD_POINTS, catalogVersion: "2026.11.0", display: { language } };
    await press(page, words("add.file"));
    const file = { name: "old.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(old)) };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await press(page, words("import.open"));
    await press(page, words("choice.corrections"));
    await expect(page.locator(".corrections-picture")).toBeVisible({ timeout: 60_000 });
  },
};
const OVERLAID = new Set([
  "compare",
  "overTime",
  "source",
  "export",
  "reach",
  "custom",
  "country",
  "import",
  "share",
  "library",
  "borders",
  "shortcuts",
  "corrections",
]);

/** Opens each view in turn and closes it. */
async function inEachView(
  page: Page,
  language: string,
  look: (view: string) => Promise<void>,
  leftOut: string[] = [],
): Promise<void> {
  const messages = messagesOf(language);
  for (const [view, open] of Object.entries(VIEWS)) {
    if (leftOut.includes(view)) continue;
    await open(page, (id) => messages[id] ?? id);
    if (OVERLAID.has(view)) await expect(page.getByRole("dialog").first()).toBeVisible();
    await look(view);
    if (view === "several") await press(page, messages["points.several.done"] ?? "");
    const overlays = page.getByRole("dialog").or(page.getByRole("menu"));
    if ((await overlays.count()) > 0)
      await expect(async () => {
        await page.keyboard.press("Escape");
        await expect(overlays).toHaveCount(0, { timeout: 500 });
      }).toPass();
    await page.keyboard.press("Escape");
  }
}

const inWords = (view: string, { id, nodes, help }: Result) =>
  `${view}: ${id}: ${help}: ${nodes
    .slice(0, 4)
    .map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`)
    .join(" | ")}`;

/** Visible controls smaller than 24 by 24 pixels, except links within a sentence, as in WCAG 2.5.8. */
function smallTargets(): string[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      "button, input, select, textarea, summary, a[href], [role=menuitem], [role=option], [tabindex='0']",
    ),
  ];
  return controls.flatMap((control) => {
    if (control.closest("[inert], [aria-hidden=true]") || !control.checkVisibility({ visibilityProperty: true }))
      return [];
    // Buttons that are only for screen readers are in boxes of one pixel.
    for (let at: HTMLElement | null = control.parentElement; at; at = at.parentElement)
      if (at.offsetWidth <= 1 && at.offsetHeight <= 1) return [];
    // A checkbox drawn by its label is also pressed by its label.
    const pressed = control.matches("input") ? (control.closest("label") ?? control) : control;
    const { width, height } = pressed.getBoundingClientRect();
    const isInText = control.matches("a, .link") && getComputedStyle(control).display.startsWith("inline");
    return (width >= 23.5 && height >= 23.5) || isInText || width === 0
      ? []
      : [
          `${control.tagName}.${control.className} ${control.getAttribute("aria-label") ?? control.textContent?.slice(0, 30)}: ${Math.round(width)} × ${Math.round(height)}`,
        ];
  });
}

const ALL = ["en", "vi", "uk"].flatMap((language) => ["light", "dark"].map((theme) => [language, theme] as const));
// `A11Y=all` tests all six pairs of language and theme, which takes minutes. By default only the pair with the longest words runs.
const IS_ALL = process.env["A11Y"] === "all";
const CHOSEN = IS_ALL ? ALL : [["uk", "dark"] as const];
const SMALL = [
  ["320 pixels", { width: 320, height: 640 }] as const,
  ...(IS_ALL ? [["200 %", { width: 640, height: 360 }] as const] : []),
];

for (const [language, theme] of CHOSEN) {
  test(`axe finds no problem in any view, and no target is too small: ${language}, ${theme}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(240_000);
    await plantSession(context, { language, theme });
    await page.goto("./");
    await expect(pointNames(page)).toHaveCount(2);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.evaluate(AXE);
    const found: string[] = [];
    await inEachView(page, language, async (view) => {
      const { violations } = await page.evaluate(
        (tags) =>
          (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
            runOnly: tags,
            preload: false,
          }),
        TAGS,
      );
      found.push(...violations.map((violation) => inWords(view, violation)));
      found.push(...(await page.evaluate(smallTargets)).map((target) => `${view}: small: ${target}`));
    });
    expect([...new Set(found)]).toEqual([]);
  });
}

for (const [name, viewport] of SMALL) {
  test(`at ${name} nothing is lost and nothing scrolls sideways`, async ({ page, context }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(viewport);
    await plantSession(context);
    await page.goto("./");
    await page.getByRole("button", { name: "Raise the panel" }).click();
    const found: string[] = [];
    await inEachView(
      page,
      "en",
      async (view) => {
        const wide = await page.evaluate(() => {
          const width = document.documentElement.clientWidth;
          const scrolls = document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
          const top = document.querySelector("[role=dialog]") ?? document.body;
          const out = [
            ...top.querySelectorAll<HTMLElement>("button, input, select, textarea, h1, h2, h3, p, label"),
          ].flatMap((element) => {
            // WCAG 1.4.10 allows a wide table to scroll within its own box.
            if (
              element.closest(".table-scroll, .visually-hidden, [aria-hidden=true], .maplibregl-map") ||
              !element.checkVisibility()
            )
              return [];
            const { left, right, width: own } = element.getBoundingClientRect();
            return own > 2 && (right > width + 1 || left < -1)
              ? [
                  `${element.tagName}.${element.className} ${element.textContent?.slice(0, 30)}: ${Math.round(left)}…${Math.round(right)}`,
                ]
              : [];
          });
          return [...scrolls, ...out];
        });
        found.push(...wide.map((item) => `${view}: ${item}`));
        // The raised panel covers the map.
      },
      ["tools", "menu"],
    );
    expect([...new Set(found)]).toEqual([]);
  });
}

const focused = (page: Page) =>
  page.evaluate(
    () =>
      `${document.activeElement?.tagName}:${document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.slice(0, 40)}`,
  );

test("the focus is never lost: after a deletion, a dialog, an undo, a menu", async ({ page, context }) => {
  await plantSession(context);
  await page.goto("./");
  const live = page.getByTestId("live-status");
  await page.getByRole("button", { name: "Delete Odesa" }).focus();
  await page.keyboard.press("Enter");
  await expect(pointNames(page)).toHaveText(["Kyiv"]);
  // The next launch point is in a group, which has its own button.
  await expect.poll(() => focused(page)).toMatch(/North|Kyiv/);
  await expect(live).toHaveText("Odesa deleted. 1 launch point on the map.");

  await page.getByRole("button", { name: "Undo: delete Odesa" }).focus();
  await page.keyboard.press("Enter");
  await expect(live).toHaveText("Undone: delete Odesa. 2 launch points on the map.");
  // With nothing left to undo, the button is disabled and the focus moves to the next one.
  await expect.poll(() => focused(page)).toMatch(/BUTTON:Redo: delete Odesa/);

  for (const name of ["Compare", "Export", "Borders", "Keyboard shortcuts"]) {
    const opener = page.getByRole("button", { name: new RegExp(`^${name}|How borders are drawn`) }).first();
    await opener.focus();
    const before = await focused(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect.poll(() => focused(page)).toBe(before);
  }

  const head = page.locator(".point-head").first();
  await head.focus();
  await page.keyboard.press("ArrowUp");
  await expect(live).toHaveText(/^Odesa moved to 46\.\d+°\sN, 30\.72°\sE\.$/);
  await page.keyboard.press("Delete");
  await expect(pointNames(page)).toHaveText(["Kyiv"]);
  await expect.poll(() => focused(page)).toMatch(/North|Kyiv/);
  await page.locator(".point-head").focus();
  await page.keyboard.press("Delete");
  await expect(pointNames(page)).toHaveCount(0);
  await expect.poll(() => focused(page)).not.toMatch(/^BODY/);
});

test("Tab visits everything in page order, with the focus visible", async ({ page, context }) => {
  await plantSession(context);
  await page.goto("./");
  await expect(pointNames(page)).toHaveCount(2);
  const stops: string[] = [];
  const hidden: string[] = [];
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press("Tab");
    // The placeholder of the search field is replaced by the real one, which takes over the focus.
    if (i === 4) await expect(page.locator(".search-field input")).toBeFocused();
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const drawn = element.matches("input[type=checkbox], [role=switch]") ? element.closest("label") : element;
      const { outlineStyle, boxShadow } = getComputedStyle(drawn ?? element);
      const seen = at !== null && (element.contains(at) || at.contains(element) || (drawn?.contains(at) ?? false));
      return {
        name: element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40) ?? "",
        seen: seen && (outlineStyle !== "none" || boxShadow !== "none" || element.matches("canvas")),
      };
    });
    if (!stop || (stops.length > 5 && stop.name === stops[0])) break;
    stops.push(stop.name);
    if (!stop.seen) hidden.push(stop.name);
  }
  expect(hidden).toEqual([]);
  const order = [
    "Language",
    "Compare",
    "Export",
    "Title of the map",
    "Odesa",
    "Delete Odesa",
    "Kyiv",
    "How borders are drawn",
    "Map of the ranges",
  ];
  const found = order.map((name) => stops.findIndex((stop) => stop.startsWith(name)));
  expect(found.map((at, i) => (at < 0 ? `${order[i]} is not reached: ${stops.join(", ")}` : ""))).toEqual(
    order.map(() => ""),
  );
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

test("the map's content is also available as text, and motion and colours follow the system", async ({
  page,
  context,
}) => {
  await plantSession(context);
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await page.goto("./");
  await expect(pointNames(page)).toHaveText(["Odesa", "Kyiv"]);
  // Patriot has a headline for each class of target.
  await expect(page.locator(".legend-entry")).toHaveCount(7);
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter(
        (element) =>
          parseFloat(getComputedStyle(element).transitionDuration) > 0.01 ||
          parseFloat(getComputedStyle(element).animationDuration) > 0.01,
      ).length,
  );
  expect(moving).toBe(0);
  // The options that are off by default load when they are opened.
  await page.getByRole("button", { name: "Teaching and analysis" }).click();
  // In forced colours a switch that is on must not look like one that is off.
  const track = page.locator(".switch-track").first();
  const [on, off] = [
    page.locator(".switch[data-selected] .switch-track").first(),
    page.locator(".switch:not([data-selected]) .switch-track").first(),
  ];
  await expect(track).toBeVisible();
  const ground = (locator: typeof on) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground(on)).not.toBe(await ground(off));
});
