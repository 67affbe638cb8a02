import { CONTENT_POLICY } from "./contentPolicy.mjs";

const FOR_ALL = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** How long a browser may keep a file without asking: what has a hash of its content in its name for ever, pages and programs not at all. */
const KEPT = [
  { in: /^assets\//, value: "public, max-age=31536000, immutable" },
  { in: /^(basemap|schemas)\//, value: "public, max-age=86400" },
];

/**
 * The headers that a file of the build is served with. Any site may frame the read-only embed, and none the app, where a frame over another
 * page could be used to have a user click what they do not see.
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
 * The same in the form that Netlify and Cloudflare Pages read from a file `_headers`. Where two rules fit an address both policies would hold,
 * so each address has one.
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

/** The file `_redirects` of the same hosts: embeds of before there was an `embed.html`. */
export const REDIRECTS_FILE = ["/", "/index.html"].map((path) => `${path} embed=:any /embed.html 301\n`).join("");
