// `npm run figures`: writes a page that shows each committed reference figure next to the current drawing. With `-- --update` it overwrites the
// SVGs, to be committed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { FIGURE_NAMES, figureFile, renderFigure } from "./renderFigure.ts";

const update = process.argv.includes("--update");
const page = new URL("../../.cache/figures/index.html", import.meta.url);
mkdirSync(new URL("./", page), { recursive: true });
const picture = (svg: string, about: string) =>
  `<figure><img alt="" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}"><figcaption>${about}</figcaption></figure>`;

const rows: string[] = [];
let changed = 0;
for (const name of FIGURE_NAMES) {
  const now = await renderFigure(name);
  const file = figureFile(name, "svg");
  const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
  const same = committed === now;
  if (!same) changed += 1;
  if (update) writeFileSync(file, now);
  rows.push(
    `<section><h2>${name}</h2><div>${committed === "" || same ? "" : picture(committed, "committed")}${picture(now, same ? "as committed" : committed === "" ? "new" : "now")}</div></section>`,
  );
}
const style =
  "body{font:16px sans-serif;margin:24px;background:#ddd}div{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{width:720px;max-width:100%;background:#fff}";
writeFileSync(
  page,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reference figures</title><style>${style}</style><h1>Reference figures</h1>${rows.join("\n")}</html>\n`,
);
console.log(
  `${FIGURE_NAMES.length} figures, ${changed} not as committed${update ? ", overwritten" : ""}: ${page.pathname}`,
);
