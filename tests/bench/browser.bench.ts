import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { build, preview } from "vite";
import { findBrowser } from "../browser.mjs";
import { pointsOf } from "./browser/points.ts";
import type { Row, Suite } from "./row.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HERE = fileURLToPath(new URL("browser/", import.meta.url));
const PORT = Number(process.env["BENCH_PORT"] ?? 4733);
const VIEWPORT = { width: 1280, height: 720 };
const LOADS = 7;
const DRAG_STEPS = 30;
const PAN_STEPS = 4;
const SYSTEMS = ["tomahawk", "atacms", "scalp-eg", "storm-shadow", "patriot", "nasams"];

/** A page with a saved session of `points` launch points; without `points`, a first visit. */
async function openPage(
  browser: Browser,
  points: [number, number][] = [],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: "en-US",
    serviceWorkers: "block",
    acceptDownloads: true,
  });
  const launchPoints = points.map((coordinates, i) => ({
    id: `p${i}`,
    name: `${i}`,
    geometry: { type: "Point", coordinates },
    systems: SYSTEMS,
  }));
  const scenario = { version: 1, launchPoints, display: { bands: false }, view: { center: [31, 48], zoom: 4 } };
  // tsx wraps functions in a helper that does not exist in the page.
  await context.addInitScript("globalThis.__name = (named) => named");
  if (points.length > 0)
    await context.addInitScript(
      (text) => localStorage.setItem("range-rings.autosave", text),
      JSON.stringify({ scenario }),
    );
  return { context, page: await context.newPage() };
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds from the start of loading until the map has drawn everything that it was given. */
async function timeToDrawn(page: Page, address: string): Promise<number> {
  await page.goto(address);
  return (
    await page.waitForFunction(() => performance.getEntriesByName("map-drawn")[0]?.startTime, undefined, {
      timeout: 300_000,
    })
  ).jsonValue() as Promise<number>;
}

/** Script time of the page so far, in milliseconds. */
async function scriptMs(page: Page): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  return async () =>
    ((await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) *
    1000;
}

/** Drags by dispatching pointer events in the page, one per frame. */
const dragPointer = (page: Page, from: [number, number], steps: number) =>
  page.evaluate(
    async ([[x, y], count]) => {
      const canvas = document.querySelector(".maplibregl-canvas") as HTMLCanvasElement;
      const send = (type: string, target: EventTarget, at: number) =>
        target.dispatchEvent(
          new MouseEvent(type, {
            bubbles: true,
            cancelable: true,
            clientX: x + at,
            clientY: y,
            button: 0,
            buttons: type === "mouseup" ? 0 : 1,
          }),
        );
      send("mousemove", canvas, 0);
      const start = performance.now();
      send("mousedown", canvas, 0);
      for (let i = 1; i <= count; i += 1) {
        send("mousemove", canvas, i * 2);
        await new Promise(requestAnimationFrame);
      }
      send("mouseup", window, count * 2);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return performance.now() - start;
    },
    [from, steps] as const,
  );

async function firstRing(browser: Browser, app: string, bare: string): Promise<Row> {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let i = 0; i < LOADS; i += 1) {
    for (const [address, times] of [
      [app, ours],
      [`${bare}?rings=1`, peer],
    ] as const) {
      const { context, page } = await openPage(browser, pointsOf(1));
      times.push(await timeToDrawn(page, address));
      await context.close();
    }
  }
  return {
    what: "opening a map until it and its six rings are drawn",
    peer: "bare MapLibre page, same basemap and rings",
    oursMs: median(ours),
    peerMs: median(peer),
    atLeast: 1 / 1.25,
  };
}

async function firstLoadBytes(browser: Browser, app: string): Promise<Row> {
  const { context, page } = await openPage(browser);
  const sizes = { ours: 0, mapLibre: 0 };
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!/\.(js|mjs|css)$/.test(new URL(response.url()).pathname)) return;
    reading.push(
      response.body().then(
        (body) =>
          void (sizes[response.url().includes("maplibre-gl") ? "mapLibre" : "ours"] += gzipSync(body, {
            level: 9,
          }).length),
      ),
    );
  });
  await timeToDrawn(page, app);
  await Promise.all(reading);
  await context.close();
  const kb = (bytes: number) => Math.round(bytes / 1024);
  // These rows measure kilobytes instead of milliseconds.
  return {
    what: "first load beyond MapLibre, KB gzipped (as ms)",
    peer: "limit of 220 KB",
    oursMs: kb(sizes.ours),
    peerMs: 220,
    atLeast: 1,
    note: `MapLibre itself ${kb(sizes.mapLibre)} KB`,
  };
}

async function drag(browser: Browser, app: string, bare: string): Promise<Row[]> {
  const points = pointsOf(10);
  const ours = await openPage(browser, points);
  await timeToDrawn(ours.page, app);
  await ours.page.waitForTimeout(1500);
  const box = await ours.page.locator(".map").boundingBox();
  if (!box) throw new Error("the app shows no map");
  const middle: [number, number] = [box.x + box.width / 2, box.y + box.height / 2];
  const script = await scriptMs(ours.page);
  const before = await script();
  const oursMs = await dragPointer(ours.page, middle, DRAG_STEPS);
  const oursScript = (await script()) - before;
  await ours.context.close();

  const peer = await openPage(browser);
  await timeToDrawn(peer.page, `${bare}?rings=${points.length}`);
  const peerScript = await scriptMs(peer.page);
  const peerBefore = await peerScript();
  const peerMs = await peer.page.evaluate(
    (steps) => (globalThis as unknown as { dragRings: (steps: number) => Promise<number> }).dragRings(steps),
    DRAG_STEPS,
  );
  const peerTasks = (await peerScript()) - peerBefore;
  await peer.context.close();
  return [
    {
      what: "drag of one of 10 × 6 rings, 30 frames",
      peer: "bare setData, polygons ready",
      oursMs,
      peerMs,
      atLeast: 1 / 1.3,
    },
    {
      what: "main thread for a frame of that drag",
      peer: "bare setData; limit 8 ms",
      oursMs: oursScript / DRAG_STEPS,
      peerMs: peerTasks / DRAG_STEPS,
      note: "mean",
    },
  ];
}

async function pan(browser: Browser, app: string, bare: string): Promise<Row> {
  const times: number[] = [];
  for (const [address, points] of [
    [app, pointsOf(1000)],
    [`${bare}?rings=1000`, []],
  ] as const) {
    const { context, page } = await openPage(browser, [...points]);
    await timeToDrawn(page, address);
    await page.waitForTimeout(2000);
    // Away from launch points, because a press on one would drag it.
    times.push(await dragPointer(page, [1100, 60], PAN_STEPS));
    await context.close();
  }
  return {
    what: "pan over 1,000 × 6 rings, 4 frames",
    peer: "bare map, same polygons",
    oursMs: times[0] ?? 0,
    peerMs: times[1] ?? 0,
    atLeast: 1 / 1.3,
  };
}

async function idle(browser: Browser, app: string): Promise<Row> {
  const { context, page } = await openPage(browser, pointsOf(10));
  await timeToDrawn(page, app);
  await page.waitForTimeout(2000);
  const longest = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let most = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) most = Math.max(most, duration);
        }).observe({ type: "longtask" });
        setTimeout(() => resolve(most), 5000);
      }),
  );
  await context.close();
  // The observer reports only tasks over 50 ms.
  return {
    what: "longest task in 5 s of rest",
    peer: "limit of 50 ms",
    oursMs: Math.max(longest, 1),
    peerMs: 50,
    atLeast: 1,
  };
}

async function picture(browser: Browser, app: string, bare: string): Promise<Row> {
  const ours = await openPage(browser, pointsOf(1));
  await timeToDrawn(ours.page, app);
  await ours.page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = ours.page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Size" }).selectOption("uhd");
  await ours.page.locator(".preview[aria-busy=false]").waitFor({ timeout: 120_000 });
  await ours.page.waitForTimeout(1000);
  const start = performance.now();
  const download = ours.page.waitForEvent("download", { timeout: 180_000 });
  await dialog.getByRole("button", { name: "Save PNG" }).click();
  await download;
  const oursMs = performance.now() - start;
  await ours.context.close();
  const peer = await openPage(browser);
  const peerMs = await timeToDrawn(peer.page, `${bare}?size=3840x2160`);
  await peer.context.close();
  return {
    what: "4K PNG, from the button to the file",
    peer: "bare map of that size, from an empty page",
    oursMs,
    peerMs,
    atLeast: 1 / 1.3,
  };
}

const suite: Suite = {
  async run() {
    const executablePath = await findBrowser();
    if (!executablePath) throw new Error("no Chromium here; npm test fetches one");
    const outDir = mkdtempSync(join(tmpdir(), "range-rings-bench-"));
    const bareDir = join(outDir, "bare");
    await build({ root: ROOT, logLevel: "error", build: { outDir, emptyOutDir: true } });
    await build({
      configFile: false,
      root: HERE,
      base: "./",
      publicDir: join(ROOT, "public"),
      logLevel: "error",
      worker: { format: "es" },
      build: {
        outDir: bareDir,
        assetsInlineLimit: 0,
        target: "es2023",
        rolldownOptions: { input: join(HERE, "bare.html") },
      },
    });
    const server = await preview({
      configFile: false,
      root: ROOT,
      logLevel: "error",
      build: { outDir },
      preview: { host: "localhost", port: PORT, strictPort: true },
    });
    const browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--disable-background-networking",
      ],
    });
    const app = `http://localhost:${PORT}/`;
    const bare = `${app}bare/bare.html`;
    try {
      const rows: Row[] = [];
      for (const measure of [firstLoadBytes, firstRing, drag, idle, picture, pan]) {
        for (const row of [await measure(browser, app, bare)].flat()) {
          rows.push(row);
          // With software rendering, minutes can pass between them.
          console.error(`  ${row.what}: ${row.oursMs.toFixed(1)} against ${row.peerMs.toFixed(1)}`);
        }
      }
      return rows;
    } finally {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    }
  },
};

export default suite;
