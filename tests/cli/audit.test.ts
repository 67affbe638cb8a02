import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { ROOT } from "../../src/cli/install.mjs";

// npm takes a second to start, and many seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

/** Runs the audit against a local registry that answers audit requests with the given advisories. */
async function auditAgainst(answer: { status: number; body: string }) {
  const registry = createServer((request, response) => {
    request.resume().on("end", () => {
      const { status, body } = request.method === "POST" ? answer : { status: 404, body: "{}" };
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
  });
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  const { port } = registry.address() as AddressInfo;
  const cache = mkdtempSync(join(tmpdir(), "npm-"));
  const child = spawn(process.execPath, ["src/cli/audit.mjs"], {
    cwd: ROOT,
    env: {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_fetch_retries: "0",
      // An own cache, because npm caches advisories.
      npm_config_cache: cache,
    },
  });
  let words = "";
  child.stdout.on("data", (chunk) => (words += String(chunk)));
  child.stderr.on("data", (chunk) => (words += String(chunk)));
  const code = await new Promise((resolve) => child.once("close", resolve));
  registry.closeAllConnections();
  registry.close();
  rmSync(cache, { recursive: true });
  return { code, words };
}

const advisory = (severity: string) => ({
  zod: [{ id: 1, url: "https://example.org/1", title: "a weakness", severity, vulnerable_versions: "*" }],
});

it("fails if the registry is unreachable or its answer is invalid", async () => {
  for (const answer of [
    { status: 503, body: "{}" },
    { status: 200, body: "<html>a proxy’s page</html>" },
  ]) {
    const { code, words } = await auditAgainst(answer);
    expect(words).toContain("nothing is known of the dependencies");
    expect(code).toBe(2);
  }
});

it("passes if no vulnerability is known in what we ship", async () => {
  expect(await auditAgainst({ status: 200, body: "{}" })).toEqual({
    code: 0,
    words: "npm audit: 0 low, 0 moderate, 0 high, 0 critical\n",
  });
});

it("fails on a vulnerability of high severity or above, and names the package", async () => {
  const high = await auditAgainst({ status: 200, body: JSON.stringify(advisory("high")) });
  expect(high.code).toBe(1);
  expect(high.words).toContain("zod: high");
  expect((await auditAgainst({ status: 200, body: JSON.stringify(advisory("moderate")) })).code).toBe(0);
});
