import type { Page } from "@playwright/test";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { expect, flushAutosave, mapAtRest, pointNames, test } from "./page.ts";

/** The number of actions in one run, and the seeds. `MONKEY_ACTIONS=5000 MONKEY_SEEDS=1,2,3` makes longer and more runs. */
const ACTIONS = Number(process.env["MONKEY_ACTIONS"] ?? 150);
const SEEDS = (process.env["MONKEY_SEEDS"] ?? process.env["FUZZ_SEED"] ?? "1").split(",").map(Number);
const LOOK_EVERY = 25;
const SYSTEM_IDS = choicesOf(readCatalog()).map(({ id }) => id);

// Tracing would take longer than the actions themselves, and a small map is drawn faster.
test.use({ trace: "off", viewport: { width: 900, height: 520 } });

/** Pseudo-random numbers from 0 to 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reads the saved state, which must be valid and contain only known systems. */
async function expectValid(page: Page): Promise<void> {
  const text = await page.evaluate(() => localStorage.getItem("range-rings.autosave"));
  if (text === null) return;
  const { scenario } = JSON.parse(text) as { scenario: unknown };
  expect(ScenarioSchema.safeParse(scenario).error?.issues ?? []).toEqual([]);
  expect(parseScenario(scenario, SYSTEM_IDS).problems).toEqual([]);
}

/** Presses a random control of the topmost layer, chosen in the page because that is faster than querying it from the test. */
const pressSomething = (page: Page, share: number) =>
  page.evaluate((at) => {
    const top = [...document.querySelectorAll("[role=dialog], [role=menu]")].at(-1) ?? document.querySelector(".app");
    const controls = [
      ...(top?.querySelectorAll<HTMLElement>("button:not(:disabled), [role=menuitem], label, summary, select") ?? []),
    ].filter((control) => {
      // Files and printing would open dialogs of the browser.
      const name = `${control.textContent} ${control.getAttribute("aria-label")}`;
      return (
        control.checkVisibility() &&
        control.querySelector("input[type=file]") === null &&
        !/save|print|file|export|share|copy link|reload/i.test(name)
      );
    });
    const control = controls[Math.floor(at * controls.length)];
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = Math.floor(at * 997) % control.options.length;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else control?.click();
  }, share);

const WORDS = [
  "Odesa",
  "50.45, 30.52",
  "95",
  "<img src=x onerror=alert(1)>",
  "Đà Nẵng",
  "-0",
  "1e9",
  "",
  "a".repeat(400),
  "\u202e\u0000",
];
const KEYS = [
  "Tab",
  "Shift+Tab",
  "Enter",
  "Space",
  "Escape",
  "Delete",
  "ArrowUp",
  "ArrowDown",
  "Alt+ArrowUp",
  "Control+z",
  "Control+z",
  "Control+Shift+z",
  "a",
  "m",
  "l",
  "r",
  "p",
  "c",
  "?",
  "/",
];

async function act(page: Page, random: () => number): Promise<void> {
  const kind = random();
  const [x, y] = [380 + random() * 510, 10 + random() * 500];
  if (kind < 0.14) await page.mouse.click(x, y);
  else if (kind < 0.18) await page.mouse.click(x, y, { button: "right" });
  else if (kind < 0.26) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(380 + random() * 510, 10 + random() * 500, { steps: 2 });
    await page.mouse.up();
  } else if (kind < 0.3) {
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, (random() - 0.5) * 600);
  } else if (kind < 0.58) await pressSomething(page, random());
  else if (kind < 0.68) await page.keyboard.insertText(WORDS[Math.floor(random() * WORDS.length)] ?? "");
  else await page.keyboard.press(KEYS[Math.floor(random() * KEYS.length)] ?? "Tab");
}

for (const seed of SEEDS) {
  test(`${ACTIONS} random actions break nothing, and undo returns to the start: seed ${seed}`, async ({ app }) => {
    test.setTimeout(60_000 + ACTIONS * 1200);
    const random = createRandom(seed);
    for (let i = 0; i < ACTIONS; i += 1) {
      await act(app, random);
      if (i % LOOK_EVERY === LOOK_EVERY - 1) {
        // Dialogs are closed now and then, otherwise most actions would happen in the first.
        await app.keyboard.press("Escape");
        await expectValid(app);
        expect(await app.locator(".fault").count()).toBe(0);
      }
    }
    for (let i = 0; i < 6; i += 1) await app.keyboard.press("Escape");
    await app.locator("h1").click();
    await app.evaluate(async () => {
      // The page may be in any language now, but undo is always the first button of its row.
      const undo = () =>
        document.querySelector<HTMLButtonElement>(".header-row:nth-of-type(2) .icon-button:first-of-type");
      for (let i = 0; i < 1000 && undo()?.disabled === false; i += 1) {
        undo()?.click();
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    });
    await flushAutosave(app);
    const saved = JSON.parse((await app.evaluate(() => localStorage.getItem("range-rings.autosave"))) ?? "{}") as {
      scenario: { launchPoints: unknown[]; title: string; customSystems: unknown[]; display: object };
    };
    expect(saved.scenario).toMatchObject({
      launchPoints: [],
      title: "",
      customSystems: [],
      display: { language: "en", units: "km", projection: "mercator" },
    });
  });
}

/** Drags the launch point back and forth between two places by events in the page, with a frame drawn for each. */
const dragAbout = (page: Page, places: [number, number][], times: number) =>
  page.evaluate(
    async ([at, count]) => {
      const canvas = document.querySelector(".maplibregl-canvas");
      if (!canvas) throw new Error("no map");
      const send = (type: string, target: EventTarget, [clientX, clientY]: [number, number]) =>
        target.dispatchEvent(
          new MouseEvent(type, {
            bubbles: true,
            cancelable: true,
            clientX,
            clientY,
            button: 0,
            buttons: type === "mouseup" ? 0 : 1,
          }),
        );
      for (let i = 0; i < count; i += 1) {
        const [from, to] = [at[i % at.length], at[(i + 1) % at.length]];
        if (!from || !to) throw new Error("no places");
        send("mousedown", canvas, from);
        send("mousemove", canvas, to);
        await new Promise(requestAnimationFrame);
        send("mouseup", window, to);
      }
    },
    [places, times] as const,
  );

/** The number of measured drags; `npm run monkey` sets `MONKEY_DRAGS=2000`. */
const DRAGS = Number(process.env["MONKEY_DRAGS"] ?? 300);

test.describe(`${DRAGS} drags`, () => {
  test.use({ viewport: { width: 780, height: 320 } });

  test("leave memory flat", async ({ app, context }) => {
    test.skip(process.env["MONKEY_DRAGS"] === undefined, "a minute and more: npm run monkey");
    test.setTimeout(120_000 + (300 + DRAGS) * 600);
    const client = await context.newCDPSession(app);
    const heapMb = async () => {
      await client.send("HeapProfiler.collectGarbage");
      return (await client.send("Runtime.getHeapUsage")).usedSize / 1e6;
    };
    const edits = () =>
      app.evaluate(
        () =>
          JSON.parse(localStorage.getItem("range-rings.autosave") ?? "{}") as {
            scenario: { launchPoints: { geometry: { coordinates: [number, number] } }[] };
          },
      );
    const box = await app.locator(".map").boundingBox();
    if (!box) throw new Error("no map");
    // So close together that a drag starts on the launch point even if the last position has not been drawn yet.
    const places = [0, 5].map((x): [number, number] => [box.x + box.width / 2 + x, box.y + box.height / 2]);
    // One small ring, which is drawn quickly.
    const launchPoints = [
      { id: "p", name: "p", geometry: { type: "Point", coordinates: [31, 48] }, systems: ["nasams"] },
    ];
    await app.evaluate(
      (text) => localStorage.setItem("range-rings.autosave", text),
      JSON.stringify({ scenario: { version: 1, launchPoints, view: { center: [31, 48], zoom: 4 } } }),
    );
    await app.reload();
    await expect(pointNames(app)).toHaveCount(1);
    await mapAtRest(app);
    // Warm up first, so that compiled code and caches do not count. An undo step is well below a kilobyte.
    await dragAbout(app, places, 300);
    await flushAutosave(app);
    const start = await edits();
    const before = await heapMb();
    // An odd number, because the launch point must not end where it began.
    await dragAbout(app, places, 2 * Math.floor(DRAGS / 2) + 1);
    const after = await heapMb();
    console.log(`heap after ${DRAGS} drags: ${before.toFixed(1)} → ${after.toFixed(1)} MB`);
    await flushAutosave(app);
    expect((await edits()).scenario.launchPoints[0]?.geometry.coordinates).not.toEqual(
      start.scenario.launchPoints[0]?.geometry.coordinates,
    );
    expect(after - before).toBeLessThan(2);
  });
});
