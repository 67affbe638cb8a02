import { readFileSync, writeFileSync } from "node:fs";
import { readCatalog } from "/work/wt-pic/src/catalog/readCatalog.ts";
import { renderScenario } from "/work/wt-pic/src/cli/renderScenario.ts";
const catalog = readCatalog();
for (const a of process.argv.slice(2)) {
  const [name, theme, w, h, lang, medium, lw] = a.split(",");
  let t;
  try {
    t = readFileSync(`/work/wt-pic/tests/golden/${name}.json`, "utf8");
  } catch {
    t = readFileSync(`/tmp/${name}.json`, "utf8");
  }
  const s = performance.now();
  const r = await renderScenario(t, catalog, {
    inputs: [],
    out: "-",
    format: "png",
    theme: (theme || "light") as any,
    text: "named",
    width: +(w || 1600),
    height: +(h || 900),
    dpi: 96,
    ...(lang && { language: lang as any }),
    ...(medium && { slot: { id: "x", medium, width: +w!, height: +h!, layoutWidth: +lw! } }),
  } as any);
  writeFileSync(`/tmp/out/${name}-${theme || "light"}${w ? "-" + w : ""}${lang ? "-" + lang : ""}.png`, r);
  console.log(a, (performance.now() - s).toFixed(0));
}
