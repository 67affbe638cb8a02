import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteHeaders } from "../../src/cli/siteHeaders.mjs";
import { createSiteServer } from "../../src/cli/siteServer.mjs";

const FILES = {
  "index.html": "<title>app</title>",
  "embed.html": "<title>embed</title>",
  "sw.js": "// worker",
  "assets/app-1aB_-2.js": "// program",
  "basemap/world.pmtiles": "0123456789",
};
const outside = mkdtempSync(join(tmpdir(), "site-"));
const folder = join(outside, "dist");
let server: Server;
let port = 0;

beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, ".hidden"), "secret");
  writeFileSync(join(outside, "secret.txt"), "secret");
  mkdirSync(join(outside, "dist-old"));
  writeFileSync(join(outside, "dist-old/a.txt"), "secret");
  server = createSiteServer(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(outside, { recursive: true });
});

/** The server's answer to raw bytes, until it closes the socket or the client stops waiting; empty if it only closes the socket. */
function send(bytes: string | Uint8Array, waitMs?: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    if (waitMs !== undefined) setTimeout(() => socket.destroy(), waitMs);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}

const get = (path: string, more = "", method = "GET") =>
  send(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const bodyOf = (answer: string) => answer.slice(answer.indexOf("\r\n\r\n") + 4);

/** Matches text that reveals the folder, a stack trace or details of the machine. */
const TELLS_TOO_MUCH = /site-|node_modules|\.m?js:\d|\bat .*\(|secret|Error:/;

describe("files", () => {
  it.each(Object.keys(FILES))("%s is sent with the headers for its type", async (name) => {
    const response = await fetch(`http://127.0.0.1:${port}/${name}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(FILES[name as keyof typeof FILES]);
    for (const [header, value] of Object.entries(siteHeaders(name))) expect(response.headers.get(header)).toBe(value);
  });

  it("lets any site frame the embed, but nothing else", async () => {
    for (const name of ["", ...Object.keys(FILES)]) {
      const { headers } = await fetch(`http://127.0.0.1:${port}/${name}`);
      expect(headers.get("content-security-policy")).toMatch(
        name === "embed.html" ? /; frame-ancestors \*$/ : /; frame-ancestors 'self'$/,
      );
    }
  });

  it("serves the app only at the root, and 404 for unknown addresses", async () => {
    expect(bodyOf(await get("/"))).toBe(FILES["index.html"]);
    for (const path of ["/no/embed.html", "/embed", "/embed.html/", "/index", "/assets", "/assets/", "/sw.js/x"])
      expect([path, statusOf(await get(path))]).toEqual([path, 404]);
  });

  it("redirects embeds made before embed.html existed", async () => {
    const { status, headers } = await fetch(`http://127.0.0.1:${port}/?embed=1`, { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([301, "embed.html"]);
  });

  it("answers a valid range with its bytes, and an invalid one with the whole file", async () => {
    const path = "/basemap/world.pmtiles";
    const part = await get(path, "Range: bytes=2-4\r\n");
    expect([statusOf(part), bodyOf(part)]).toEqual([206, "234"]);
    expect(statusOf(await get(path, "Range: bytes=10-\r\n"))).toBe(416);
    for (const range of ["bytes=5-2", "bytes=-3", "bytes=a-b", "bytes=1-2,4-5", "lines=1-2", "bytes=0x1-3"]) {
      const whole = await get(path, `Range: ${range}\r\n`);
      expect([range, statusOf(whole), bodyOf(whole)]).toEqual([range, 200, FILES["basemap/world.pmtiles"]]);
    }
  });

  it("serves a new build, and stops serving files that it removed", async () => {
    const file = join(folder, "assets/late-3.js");
    writeFileSync(file, "// one");
    expect(bodyOf(await get("/assets/late-3.js"))).toBe("// one");
    writeFileSync(file, "// twenty");
    expect(bodyOf(await get("/assets/late-3.js"))).toBe("// twenty");
    rmSync(file);
    expect(statusOf(await get("/assets/late-3.js"))).toBe(404);
  });
});

describe("hostile requests", () => {
  it.each([
    ["/%ff.html", 400],
    ["http://[/", 400],
    ["//", 400],
    ["/%", 400],
    ["/%00", 404],
    ["/..%2fsecret.txt", 404],
    ["/../secret.txt", 404],
    ["/..%5csecret.txt", 404],
    ["/..%2fdist-old/a.txt", 404],
    ["/.hidden", 404],
    [`/${"a".repeat(5000)}`, 404],
    [`/${"a/".repeat(3000)}`, 404],
    ["*", 404],
    [`/${"a".repeat(50_000)}`, 431],
  ])("%.40s gets %i", async (path, status) => {
    const answer = await get(path);
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toMatch(TELLS_TOO_MUCH);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])("%s is not allowed", async (method) => {
    expect(statusOf(await get("/", "", method))).toBe(405);
  });

  it(
    "answers any address with a file or an error, reveals nothing about the machine, and keeps running",
    { timeout: 120_000 },
    async () => {
      const piece = fc.oneof(
        fc.constantFrom(
          "/",
          "..",
          ".",
          "%2e",
          "%2f",
          "%5c",
          "%00",
          "%ff",
          "%",
          "?",
          "#",
          "embed.html",
          "?embed",
          "assets",
          "dist",
          "[",
          "http://",
          "@",
          ":",
          "\\",
          "secret.txt",
          ".hidden",
          "é",
          "\t",
        ),
        fc.string({ maxLength: 6, unit: "binary" }),
      );
      const address = fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join("")}`);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            address,
            address.map((text) => text.slice(1)),
          ),
          async (path) => {
            const answer = await get(path);
            expect(answer).not.toMatch(TELLS_TOO_MUCH);
            if (answer !== "") expect([200, 301, 400, 404, 405]).toContain(statusOf(answer));
            // Other sites can frame only the embed.
            if (/frame-ancestors \*/.test(answer) && statusOf(answer) === 200)
              expect(bodyOf(answer)).toBe(FILES["embed.html"]);
          },
        ),
        { numRuns: 400 },
      );
      expect(bodyOf(await get("/"))).toBe(FILES["index.html"]);
    },
  );

  it("survives bytes that are not HTTP", { timeout: 120_000 }, async () => {
    const line = fc.oneof(
      fc.constantFrom(
        "GET / HTTP/1.1\r\n",
        "Host: a\r\n",
        "\r\n",
        "Content-Length: 9\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Range: bytes=9-1\r\n",
        "Upgrade: websocket\r\nConnection: Upgrade\r\n",
        "CONNECT a:1 HTTP/1.1\r\n",
        "Expect: 100-continue\r\n",
        "If-None-Match: *\r\n",
      ),
      fc.uint8Array({ maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const answer = await send(Buffer.concat(lines.map((part) => Buffer.from(part))), 10);
        expect(answer).not.toMatch(TELLS_TOO_MUCH);
      }),
      { numRuns: 300 },
    );
    expect(bodyOf(await get("/"))).toBe(FILES["index.html"]);
  });
});
