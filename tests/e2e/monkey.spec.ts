import type { Page } from "@playwright/test";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { expect, test } from "./page.ts";

/** Actions of one journey, and its seeds: `MONKEY_ACTIONS=5000 MONKEY_SEEDS=1,2,3` for a longer one. */
const ACTIONS = Number(process.env["MONKEY_ACTIONS"] ?? 500);
const SEEDS = (process.env["MONKEY_SEEDS"] ?? "1").split(",").map(Number);
const LOOK_EVERY = 25;
const SYSTEM_IDS = choicesOf(readCatalog()).map(({ id }) => id);

// A picture of the page for each of so many actions takes longer than the actions; a small map is drawn the sooner.
test.use({ trace: "off", viewport: { width: 900, height: 520 } });

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is saved of the page: valid by the schema, and every system in it known. */
async function expectValid(page: Page): Promise<void> {
  const text = await page.evaluate(() => localStorage.getItem("range-rings.autosave"));
  if (text === null) return;
  const { scenario } = JSON.parse(text) as { scenario: unknown };
  expect(ScenarioSchema.safeParse(scenario).error?.issues ?? []).toEqual([]);
  expect(parseScenario(scenario, SYSTEM_IDS).problems).toEqual([]);
}

/** A press on some control of what lies uppermost, chosen within the page: quicker than asking for it from outside. */
const pressSomething = (page: Page, share: number) =>
  page.evaluate((at) => {
    const top = [...document.querySelectorAll("[role=dialog], [role=menu]")].at(-1) ?? document.querySelector(".app");
    const controls = [...(top?.querySelectorAll<HTMLElement>("button:not(:disabled), [role=menuitem], label, summary, select") ?? [])].filter((control) => {
      // A file or a printed page would be asked of the browser itself.
      const name = `${control.textContent} ${control.getAttribute("aria-label")}`;
      return control.checkVisibility() && control.querySelector("input[type=file]") === null && !/save|print|file|export|share|copy link|reload/i.test(name);
    });
    const control = controls[Math.floor(at * controls.length)];
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = Math.floor(at * 997) % control.options.length;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else control?.click();
  }, share);

const WORDS = ["Odesa", "50.45, 30.52", "95", "<img src=x onerror=alert(1)>", "Đà Nẵng", "-0", "1e9", "", "a".repeat(400), "\u202e\u0000"];
const KEYS = ["Tab", "Shift+Tab", "Enter", "Space", "Escape", "Delete", "ArrowUp", "ArrowDown", "Alt+ArrowUp", "Control+z", "Control+z", "Control+Shift+z", "a", "m", "l", "r", "p", "c", "?", "/"];

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
  test(`${ACTIONS} actions at random break nothing, and undo goes all the way back: seed ${seed}`, async ({ app }) => {
    test.setTimeout(60_000 + ACTIONS * 1200);
    const random = createRandom(seed);
    for (let i = 0; i < ACTIONS; i += 1) {
      await act(app, random);
      if (i % LOOK_EVERY === LOOK_EVERY - 1) {
        // Dialogs are left now and then, or the monkey stays in the first for long.
        await app.keyboard.press("Escape");
        await expectValid(app);
        expect(await app.locator(".fault").count()).toBe(0);
      }
    }
    for (let i = 0; i < 6; i += 1) await app.keyboard.press("Escape");
    await app.locator("h1").click();
    await app.evaluate(async () => {
      const undo = () => document.querySelector<HTMLButtonElement>(".header-row:nth-of-type(2) .icon-button:not(:disabled)");
      // The first button that is not disabled is Undo, until Redo is the only one left.
      for (let i = 0; i < 1000 && undo()?.getAttribute("aria-label")?.startsWith("Undo"); i += 1) {
        undo()?.click();
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    });
    await app.waitForTimeout(700);
    const saved = JSON.parse((await app.evaluate(() => localStorage.getItem("range-rings.autosave"))) ?? "{}") as { scenario: { launchPoints: unknown[]; title: string; customSystems: unknown[]; display: object } };
    expect(saved.scenario).toMatchObject({ launchPoints: [], title: "", customSystems: [], display: { language: "en", units: "km", projection: "mercator" } });
  });
}

test("memory is flat after many drags", async ({ app, context }) => {
  // Two thousand drags take minutes: MONKEY_DRAGS=2000.
  const drags = Number(process.env["MONKEY_DRAGS"] ?? 60);
  test.setTimeout(60_000 + drags * 400);
  const client = await context.newCDPSession(app);
  const heap = async () => {
    await client.send("HeapProfiler.collectGarbage");
    return (await client.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  const box = await app.locator(".map").boundingBox();
  if (!box) throw new Error("no map");
  let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await app.mouse.click(x, y);
  await app.waitForTimeout(600);
  const random = createRandom(7);
  const drag = async (times: number) => {
    for (let i = 0; i < times; i += 1) {
      await app.mouse.move(x, y);
      await app.mouse.down();
      [x, y] = [box.x + box.width * (0.3 + 0.4 * random()), box.y + box.height * (0.3 + 0.4 * random())];
      await app.mouse.move(x, y, { steps: 2 });
      await app.mouse.up();
    }
  };
  await drag(20);
  const before = await heap();
  await drag(drags);
  const after = await heap();
  console.log(`heap after ${drags} drags: ${before.toFixed(1)} → ${after.toFixed(1)} MB`);
  // Undo keeps its 300 steps, each a few hundred bytes; what grows with every drag would be far more.
  expect(after - before).toBeLessThan(6);
});
