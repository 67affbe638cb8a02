import polylabel from "polylabel";
import { type Label, label, languages, type Names } from "./label.ts";
import { type LngLat, mercator, unmercator } from "./lngLat.ts";
import { atScale, countries, type UnitTopology } from "./topology.ts";
import tableOfNames from "../country-names.json" with { type: "json" };

const ownNames: Record<string, Names> = tableOfNames;
const displayNames = languages.map((language) => new Intl.DisplayNames([language], { type: "region" }));

/** The names of a country from data/country-names.json, or otherwise from CLDR. */
function namesOf(code: string): Names {
  const [en = code, vi = en, uk = en] = displayNames.map((names) => names.of(code));
  return ownNames[code] ?? { en, vi, uk };
}

// Countries whose name does not belong in the middle of the shape: longitude, latitude and minimum zoom.
const labelPoints: Record<string, [lng: number, lat: number, min: number][]> = {
  RU: [
    [45, 57.6, 3],
    [92, 63.5, 1],
  ], // west first: most maps of Europe show no other part
  US: [[-99.5, 39.5, 1]],
  CA: [[-105, 58.5, 1]],
  FR: [[2.6, 46.7, 2]],
  NO: [[9.3, 61.4, 3]],
  SE: [[15.2, 62.6, 3]],
  GB: [[-1.7, 52.9, 3]],
  CL: [[-70.5, -31.2, 4]],
  VN: [[107.95, 14.2, 4]],
  UA: [[31.6, 48.6, 2]],
  IL: [[34.85, 31.0, 6]],
  PS: [[35.28, 32.12, 6]],
  HR: [[15.9, 45.35, 6]],
  IT: [[12.6, 42.9, 3]],
  MY: [
    [102.4, 4.2, 4],
    [114.2, 3.4, 6],
  ],
  ID: [[113.7, -1.0, 3]],
  JP: [[138.1, 36.2, 4]],
  PH: [[121.2, 16.3, 4]],
  NZ: [[171.2, -43.4, 4]],
  DK: [[9.2, 56.0, 5]],
  GR: [[21.8, 39.4, 5]],
  MD: [[28.75, 47.55, 5]],
  GE: [[43.4, 42.0, 5]],
  AZ: [[47.7, 40.3, 5]],
  AM: [[44.9, 40.2, 6]],
  TW: [[120.95, 23.65, 5]],
  EH: [[-13.2, 24.7, 4]],
  MA: [[-6.3, 32.0, 4]],
  TR: [[35.3, 39.1, 2]],
  IN: [[78.6, 22.9, 2]],
  CN: [[103.5, 35.3, 1]],
  PT: [[-8.1, 39.5, 5]],
  SY: [[38.6, 35.1, 5]],
  LB: [[35.95, 34.05, 6]],
  GM: [[-15.4, 13.45, 7]],
  AU: [[134.5, -25.2, 1]],
  SO: [[45.6, 5.2, 4]],
  FI: [[26.2, 63.2, 3]],
  AQ: [[20, -79, 2]],
  NL: [[5.6, 52.3, 5]],
  CY: [[33.1, 35.0, 6]],
  KI: [[173.0, 1.4, 6]],
  FJ: [[178.0, -17.8, 5]],
};
// Territories, which are not states listed by the United Nations or are part of one. They have their own label style.
const territories = new Set(
  "TW XK EH HK MO GL FO FK NC PF PR GI AX GS TF SJ GU AS MP VI VG KY BM TC AI MS SH IO WF PM BL MF SX CW AW CK NU TK NF CX CC HM UM PN JE GG IM".split(
    " ",
  ),
);

export type CountryLabel = Label<{ iso: string; territory?: 1; order?: number }>;

/** Names of countries, the largest country first. */
export function buildCountryLabels(topo: UnitTopology): CountryLabel[] {
  const found: { area: number; label: CountryLabel }[] = [];
  for (const { code, part, polygons } of countries(atScale(topo, 5, 1), 0)) {
    if (code === "" || part !== "main") continue;
    const names = namesOf(code);
    const rings = polygons[0]!.map((ring) => ring.map(mercator));
    const xs = rings[0]!.map(([x]) => x);
    const ys = rings[0]!.map(([, y]) => y);
    const width = Math.max(...xs) - Math.min(...xs);
    const area = width * (Math.max(...ys) - Math.min(...ys));
    const rank = area > 0.004 ? 0 : area > 0.0006 ? 1 : area > 0.00012 ? 2 : 3;
    // The longest word decides whether a name fits its country.
    const longest = Math.max(...languages.flatMap((l) => names[l].split(/[ -]/).map((word) => word.length)));
    let fits = 1;
    while (fits < 7 && width * 512 * 2 ** fits * 1.25 < longest * (fits < 4 ? 9 : 11)) fits++;
    const territory = territories.has(code);
    if (territory) fits = Math.max(fits, rank === 0 ? 2 : rank === 3 ? 6 : 5);
    const [lng, lat] = unmercator(polylabel(rings, 1e-6));
    const points = labelPoints[code] ?? [[lng, lat, Math.max(fits, rank + 1)] as const];
    for (const [x, y, min] of points) {
      const lngLat: LngLat = [x, y];
      found.push({ area, label: label(lngLat, names, { iso: code, min, rank, ...(territory && { territory: 1 }) }) });
    }
  }
  found.sort((a, b) => b.area - a.area);
  return found.map(({ label: one }, order) => ({ ...one, properties: { ...one.properties, order } }));
}
