import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { headersFile, siteHeaders } from "../../src/cli/siteHeaders.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const configOf = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(README)?.[1] ?? "";
const FILES = [
  "index.html",
  "embed.html",
  "sw.js",
  "manifest.webmanifest",
  "icon.svg",
  "assets/app-1.js",
  "basemap/world.pmtiles",
  "schemas/scenario.schema.json",
];

const NGINX = configOf("nginx");
const CADDY = configOf("caddyfile");

/** The value of an nginx `map $uri` for an address. */
const nginxMap = (name: string, uri: string) => {
  const body = new RegExp(`map \\$uri \\$${name} \\{([^}]*)\\}`).exec(NGINX)?.[1] ?? "";
  const lines = [...body.matchAll(/^\s*(\S+) (?:"([^"]*)"|(\S+));$/gm)].map(([, key = "", quoted, bare]) => ({
    key,
    value: quoted ?? bare ?? "",
  }));
  const fits = (key: string) => (key.startsWith("~") ? new RegExp(key.slice(1)).test(uri) : key === uri);
  return (lines.find(({ key }) => fits(key)) ?? lines.find(({ key }) => key === "default"))?.value ?? "";
};

function nginxHeaders(uri: string) {
  const headers = [...NGINX.matchAll(/add_header (\S+) (?:"([^"]*)"|(\S+)) always;/g)];
  return Object.fromEntries(
    headers.map(([, name = "", quoted, bare]) => [
      name,
      (quoted ?? bare ?? "").replace(/\$(\w+)/g, (_, variable: string) => nginxMap(variable, uri)),
    ]),
  );
}

/** Caddy's headers for an address. Caddy reorders directives, so no two matching lines may set the same header. */
function caddyHeaders(uri: string) {
  const isUnder = (path: string) => (path.endsWith("*") ? uri.startsWith(path.slice(0, -1)) : uri === path);
  const fitting = new Set(
    [...CADDY.matchAll(/^ {2}@(\w+) (not )?path (.+)$/gm)]
      .filter(([, , not, list = ""]) => list.split(" ").some(isUnder) === (not === undefined))
      .map(([, name]) => name),
  );
  const block = /^ {2}header \{\n([^}]*)\}/m.exec(CADDY)?.[1] ?? "";
  const headers = Object.fromEntries(
    [...block.matchAll(/^ {4}(\S+) "([^"]*)"$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  for (const [, matcher = "", name = "", value = ""] of CADDY.matchAll(/^ {2}header @(\w+) (\S+) "([^"]*)"$/gm))
    if (fitting.has(matcher)) headers[name] = name in headers ? "named twice" : value;
  return headers;
}

/** The rules of a `_headers` file that match an address. If two did, both values of a header would be sent. */
function netlifyHeaders(text: string, uri: string) {
  const rules = text.split(/\n\n/).map((rule) => rule.trim().split("\n"));
  const fitting = rules.filter(([path = ""]) =>
    path.endsWith("/*") ? uri.startsWith(path.slice(0, -1)) : uri === path,
  );
  return fitting.map(([, ...lines]) =>
    Object.fromEntries(
      lines.map((line) => {
        const [, name = "", value = ""] = /^ {2}([^:]+): (.*)$/.exec(line) ?? [];
        return [name, value];
      }),
    ),
  );
}

describe.each(FILES)("%s has the headers of npm start on every host", (file) => {
  const uri = `/${file}`;
  it("nginx, configured as in the README", () => expect(nginxHeaders(uri)).toEqual(siteHeaders(file)));
  it("Caddy, configured as in the README", () => expect(caddyHeaders(uri)).toEqual(siteHeaders(file)));
  it("Netlify and Cloudflare Pages, by exactly one rule of the build's _headers file", () => {
    const text = headersFile({
      files: FILES.filter((name) => !name.includes("/")),
      folders: ["assets", "basemap", "schemas"],
    });
    expect(netlifyHeaders(text, uri)).toEqual([siteHeaders(file)]);
    expect(netlifyHeaders(text, "/")).toEqual([siteHeaders("index.html")]);
  });
});
