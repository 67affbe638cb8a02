import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CONTENT_POLICY } from "./contentPolicy.mjs";

/** @typedef {{ name: string, licence: string, texts: string[] }} Notice */

/** Parts of the build that come from no package of the lock file: see data/basemap/README.md for their origin. @type {Notice[]} */
const DATA_NOTICES = [
  {
    name: "Places and their names",
    licence: "CC BY 4.0",
    texts: ["© GeoNames, https://www.geonames.org/; a selection. https://creativecommons.org/licenses/by/4.0/"],
  },
  {
    name: "Land, borders, lakes and rivers",
    licence: "public domain",
    texts: ["Natural Earth, https://www.naturalearthdata.com/; borders changed as the basemap’s policy says."],
  },
  {
    name: "Names of countries",
    licence: "Unicode License v3",
    texts: ["© Unicode, Inc.: Unicode CLDR. https://www.unicode.org/license.txt"],
  },
];

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/**
 * All packages, including fonts, that are not only for development, with their licence texts. Packages for other platforms are not installed
 * and so are not in the build.
 *
 * @param {string} root
 * @returns {Notice[]}
 */
function packageNotices(root) {
  /** @type {{ packages: Record<string, { dev?: boolean, devOptional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional && existsSync(join(root, path)))
    .map(([path]) => {
      const folder = join(root, path);
      const { name, version, license, author, repository } = JSON.parse(
        readFileSync(join(folder, "package.json"), "utf8"),
      );
      const texts = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
        .map((entry) => readFileSync(join(folder, entry.name), "utf8").trim());
      const origin = [author?.name ?? author, repository?.url ?? repository].filter(Boolean).join(", ");
      return {
        name: `${name} ${version}`,
        licence: license?.type ?? license ?? "licence in its text",
        texts: texts.length > 0 ? texts : [origin],
      };
    });
}

/** @param {string} text */
const escapeHtml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * A page with the licences of all third-party code, fonts and data in the build.
 *
 * @param {string} root the project's folder, with the packages installed
 */
export function thirdPartyNotices(root) {
  const sections = [...DATA_NOTICES, ...packageNotices(root)].map(({ name, licence, texts }) =>
    [
      `<h2>${escapeHtml(name)}</h2>`,
      `<p>${escapeHtml(licence)}</p>`,
      ...texts.map((text) => `<pre>${escapeHtml(text)}</pre>`),
    ].join("\n"),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Third-party notices: Range Rings</title>
</head>
<body>
<h1>Third-party notices</h1>
<p>Range Rings itself is under the MIT licence. It contains the work of others:</p>
${sections.join("\n")}
</body>
</html>
`;
}
