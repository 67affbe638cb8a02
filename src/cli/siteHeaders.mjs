import { CONTENT_POLICY } from "./contentPolicy.mjs";

const FOR_ALL = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** How long a browser may cache a file without revalidating it: files with a content hash in their name for ever, pages not at all. */
const KEPT = [
  { in: /^assets\//, value: "public, max-age=31536000, immutable" },
  { in: /^(basemap|schemas)\//, value: "public, max-age=86400" },
];

/**
 * The headers with which a file of the build is served. Any site may frame the read-only embed. No site may frame the app, because of
 * clickjacking.
 *
 * @param {string} file path in the build, such as `assets/a.js`; a folder stands for its files
 * @returns {Record<string, string>}
 */
export function siteHeaders(file) {
  return {
    "Content-Security-Policy": `${CONTENT_POLICY}; frame-ancestors ${file === "embed.html" ? "*" : "'self'"}`,
    ...FOR_ALL,
    "Cache-Control": KEPT.find((rule) => rule.in.test(file))?.value ?? "no-cache",
  };
}

/**
 * The same headers as a `_headers` file for Netlify and Cloudflare Pages. If two rules matched an address, both policies would apply, so each
 * address matches only one.
 *
 * @param {{ files: string[], folders: string[] }} topLevel names in the build's own folder
 */
export function headersFile({ files, folders }) {
  /** @type {[address: string, headers: Record<string, string>][]} */
  const rules = [["/", siteHeaders("index.html")]];
  for (const name of files) rules.push([`/${name}`, siteHeaders(name)]);
  for (const name of folders) rules.push([`/${name}/*`, siteHeaders(`${name}/`)]);
  return rules
    .map(([address, headers]) =>
      [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n"),
    )
    .join("\n");
}

/** The file `_redirects` for the same hosts, which redirects embeds made before `embed.html` existed. */
export const REDIRECTS_FILE = ["/", "/index.html"].map((path) => `${path} embed=:any /embed.html 301\n`).join("");
