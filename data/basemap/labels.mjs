// @ts-nocheck -- a build script with a package.json of its own
// Names on the map: countries, seas, admin-1 units and places, each with the zoom from which it shows (`min`).
import fs from "node:fs";
import polylabel from "polylabel";
import { atScale, admin1Zoom, countries, feature, mercator, unmercator } from "./topology.mjs";
import { placesWithNames } from "./gazetteer.mjs";

export const languages = ["en", "vi", "uk"];
const lines = (name) =>
  fs
    .readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .filter((l) => l.trim() !== "" && !l.startsWith("#"));
const round = (n, digits = 4) => Math.round(n * 10 ** digits) / 10 ** digits;
const point = ([lng, lat], properties) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [round(lng), round(lat)] },
});
/** `name_vi` and `name_uk` only where they differ: half the places are called the same. */
export const names = (en, vi, uk) => ({
  name_en: en,
  ...(vi && vi !== en && { name_vi: vi }),
  ...(uk && uk !== en && { name_uk: uk }),
});

// Shorter or better than what Intl.DisplayNames says, for the map only.
const shortNames = {
  en: {
    BA: "Bosnia and Herzegovina",
    CD: "DR Congo",
    CG: "Congo",
    FK: "Falkland Islands (Malvinas)",
    HK: "Hong Kong",
    MM: "Myanmar",
    MO: "Macao",
    PS: "Palestine",
    ST: "São Tomé and Príncipe",
    TT: "Trinidad and Tobago",
    AG: "Antigua and Barbuda",
    KN: "Saint Kitts and Nevis",
    LC: "Saint Lucia",
    VC: "Saint Vincent and the Grenadines",
    TR: "Türkiye",
  },
  vi: {
    CD: "CHDC Congo",
    CG: "Congo",
    HK: "Hồng Kông",
    MM: "Myanmar",
    MO: "Ma Cao",
    PS: "Palestine",
    UA: "Ukraine",
    RU: "Nga",
    FK: "Quần đảo Falkland (Malvinas)",
    VA: "Vatican",
    GB: "Anh",
    US: "Mỹ",
    AE: "UAE",
  },
  uk: {
    CD: "ДР Конго",
    CG: "Конго",
    HK: "Гонконг",
    MM: "М’янма",
    MO: "Макао",
    PS: "Палестина",
    FK: "Фолклендські (Мальвінські) острови",
    CF: "ЦАР",
    US: "США",
    ZA: "ПАР",
    AE: "ОАЕ",
    BA: "Боснія і Герцеговина",
  },
};
const display = Object.fromEntries(languages.map((l) => [l, new Intl.DisplayNames([l], { type: "region" })]));
export const countryName = (code, language) => shortNames[language][code] ?? display[language].of(code);

// Where the middle of the shape is not where a reader looks for the name.
const labelPoints = {
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
// Not a state that the United Nations lists, or a part of one: set in the manner of a territory.
const territories = new Set([
  "TW",
  "XK",
  "EH",
  "HK",
  "MO",
  "GL",
  "FO",
  "FK",
  "NC",
  "PF",
  "PR",
  "GI",
  "AX",
  "GS",
  "TF",
  "SJ",
  "GU",
  "AS",
  "MP",
  "VI",
  "VG",
  "KY",
  "BM",
  "TC",
  "AI",
  "MS",
  "SH",
  "IO",
  "WF",
  "PM",
  "BL",
  "MF",
  "SX",
  "CW",
  "AW",
  "CK",
  "NU",
  "TK",
  "NF",
  "CX",
  "CC",
  "HM",
  "UM",
  "PN",
  "JE",
  "GG",
  "IM",
]);

function countryLabels(topo) {
  const out = [];
  const add = (code, lngLat, min, rank, area) =>
    out.push({
      area,
      feature: point(lngLat, {
        iso: code,
        ...names(...languages.map((l) => countryName(code, l))),
        min,
        rank,
        ...(territories.has(code) && { territory: 1 }),
      }),
    });
  for (const { code, part, geometry } of countries(atScale(topo, 5, 1), 0)) {
    if (code === "" || part !== "main") continue;
    const [largest] = geometry.coordinates;
    const ring = largest.map((r) => r.map(mercator));
    const xs = ring[0].map((p) => p[0]);
    const width = Math.max(...xs) - Math.min(...xs);
    const ys = ring[0].map((p) => p[1]);
    const area = width * (Math.max(...ys) - Math.min(...ys));
    const rank = area > 0.004 ? 0 : area > 0.0006 ? 1 : area > 0.00012 ? 2 : 3;
    // The longest word decides whether a name fits its country.
    const longest = Math.max(
      ...languages.flatMap((l) =>
        countryName(code, l)
          .split(/[ -]/)
          .map((w) => w.length),
      ),
    );
    let fits = 1;
    while (fits < 7 && width * 512 * 2 ** fits * 1.25 < longest * (fits < 4 ? 9 : 11)) fits++;
    if (territories.has(code)) fits = Math.max(fits, rank === 0 ? 2 : rank === 3 ? 6 : 5);
    const given = labelPoints[code];
    if (given) for (const [lng, lat, min] of given) add(code, [lng, lat], min, rank, area);
    else add(code, unmercator(polylabel(ring, 1e-6)), Math.max(fits, rank + 1), rank, area);
  }
  out.sort((a, b) => b.area - a.area);
  out.forEach(({ feature: f }, order) => Object.assign(f.properties, { order }));
  return out.map(({ feature: f }) => f);
}

function seaLabels() {
  return lines("sea-names.txt").map((l) => {
    const [head, en, vi, uk] = l.split(" | ").map((s) => s.trim());
    const [rank, lng, lat, min] = head.split(/\s+/).map(Number);
    return point([lng, lat], { ...names(en, vi, uk), rank, min });
  });
}

// Ukraine's regions in present spelling; elsewhere Natural Earth's names.
const ukrainianRegions = {
  "UA-05": "Vinnytsia|Вінницька область",
  "UA-07": "Volyn|Волинська область",
  "UA-09": "Luhansk|Луганська область",
  "UA-12": "Dnipropetrovsk|Дніпропетровська область",
  "UA-14": "Donetsk|Донецька область",
  "UA-18": "Zhytomyr|Житомирська область",
  "UA-21": "Zakarpattia|Закарпатська область",
  "UA-23": "Zaporizhzhia|Запорізька область",
  "UA-26": "Ivano-Frankivsk|Івано-Франківська область",
  "UA-32": "Kyiv|Київська область",
  "UA-35": "Kirovohrad|Кіровоградська область",
  "UA-43": "Crimea|Автономна Республіка Крим",
  "UA-46": "Lviv|Львівська область",
  "UA-48": "Mykolaiv|Миколаївська область",
  "UA-51": "Odesa|Одеська область",
  "UA-53": "Poltava|Полтавська область",
  "UA-56": "Rivne|Рівненська область",
  "UA-59": "Sumy|Сумська область",
  "UA-61": "Ternopil|Тернопільська область",
  "UA-63": "Kharkiv|Харківська область",
  "UA-65": "Kherson|Херсонська область",
  "UA-68": "Khmelnytskyi|Хмельницька область",
  "UA-71": "Cherkasy|Черкаська область",
  "UA-74": "Chernihiv|Чернігівська область",
  "UA-77": "Chernivtsi|Чернівецька область",
};

function admin1Labels(topo) {
  const out = [];
  for (const f of feature(topo, topo.objects.units).features) {
    const { id, code, source } = f.properties;
    const z = admin1Zoom(f.properties);
    if (z > 5 || (code === "UA" && !ukrainianRegions[id])) continue;
    const polygons = f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates;
    const rings = polygons.map((p) => p.map((r) => r.map(mercator)));
    const size = (r) => Math.max(...r[0].map((p) => p[0])) - Math.min(...r[0].map((p) => p[0]));
    const largest = rings.sort((a, b) => size(b) - size(a))[0];
    if (size(largest) * 512 * 2 ** 6 < 90) continue;
    const [en, uk] = ukrainianRegions[id]?.split("|") ?? [source.name_en || source.name, source.name_uk];
    const vi = code === "UA" ? (id === "UA-43" ? "Crimea" : en) : source.name_vi;
    const wide = size(largest) * 512 * 2 ** 6 > 260;
    out.push(point(unmercator(polylabel(largest, 1e-6)), { ...names(en, vi, uk), min: wide && code !== "UA" ? 6 : 7 }));
  }
  return out;
}

// --- Places

const near = new Set(["UA"]);
const around = new Set(["RU", "BY", "PL", "SK", "HU", "RO", "MD"]);
/** Population from which a place may show at each zoom; Ukraine and its neighbours are shown in more detail. */
const floors = {
  2: [6e6, 2.5e6, 6e6],
  3: [3e6, 9e5, 1.5e6],
  4: [1e6, 3.5e5, 6e5],
  5: [3.5e5, 1.3e5, 2.2e5],
  6: [1.2e5, 4.5e4, 9e4],
  7: [4e4, 1.5e4, 3e4],
  8: [1.5e4, 6e3, 1.5e4],
};
const capitalFloors = { 2: 4e6, 3: 8e5, 4: 1e5, 5: 0 };
/** Least room between two places, in pixels: [across, up and down]. */
const room = { 2: [70, 34], 3: [64, 26], 4: [62, 24], 5: [60, 24], 6: [62, 26], 7: [66, 28], 8: [66, 30] };
// Always there from this zoom: what news maps of the war name.
const always = {
  "UA Kyiv": 2,
  "RU Moscow": 2,
  "UA Odesa": 4,
  "UA Kharkiv": 4,
  "UA Lviv": 4,
  "UA Dnipro": 4,
  "UA Donetsk": 4,
  "UA Simferopol": 5,
  "UA Sevastopol": 5,
  "UA Mariupol": 5,
  "UA Zaporizhzhia": 5,
  "UA Kherson": 5,
  "UA Luhansk": 5,
  "UA Mykolaiv": 5,
  "UA Melitopol": 6,
  "UA Kerch": 6,
  "UA Bakhmut": 6,
  "UA Chornobyl": 7,
  "UA Kupiansk": 6,
  "GB London": 2,
  "US Washington": 2,
  "DE Berlin": 3,
  "FR Paris": 2,
  "IL Jerusalem": 5,
  "PS Gaza": 6,
  "CH Geneva": 5,
  "RU Saint Petersburg": 3,
  "VN Hanoi": 3,
  "VN Ho Chi Minh City": 3,
  "RU Belgorod": 5,
  "RU Engels": 6,
  "RU Kaliningrad": 4,
  "RU Vladivostok": 3,
  "RU Murmansk": 4,
  "GE Tskhinvali": 7,
  "MD Tiraspol": 6,
  "VN Da Nang": 4,
  "VN Haiphong": 5,
  "VN Can Tho": 5,
  "VN Huế": 5,
  "VN Nha Trang": 5,
  "VN Vinh": 6,
  "GE Sukhumi": 6,
  "US Chicago": 3,
  "US San Francisco": 3,
  "US Houston": 4,
  "US Dallas": 4,
  "US Miami": 4,
  "US Seattle": 4,
  "US Atlanta": 4,
  "US Denver": 4,
  "US Boston": 4,
  "US Honolulu": 4,
  "US Anchorage": 4,
  "CA Toronto": 3,
  "CA Vancouver": 4,
  "CA Montreal": 4,
  "AU Sydney": 3,
  "AU Melbourne": 4,
  "AU Perth": 4,
  "AU Darwin": 4,
  "AE Dubai": 4,
  "IT Naples": 5,
  "FR Marseille": 5,
  "FR Lyon": 5,
  "GB Manchester": 5,
  "GB Edinburgh": 5,
  "CN Jinan": 5,
  "TW Taipei": 3,
};

// Not before this zoom: GeoNames counts the people of a whole prefecture, or there is a better-known city close by.
const notBefore = {
  "CN Tai’an": 7,
  "CN Tianshui": 6,
  "CN Shiyan": 6,
  "CN Ordos": 6,
  "CN Bayan Nur": 6,
  "CN Xinyang": 6,
  "CN Yueyang": 6,
  "CN Tongshan": 7,
  "CN Lijiang": 6,
  "IN Nowrangapur": 7,
  "IN Tirunelveli": 6,
  "SA Al Kharj": 6,
  "KH Takeo": 6,
  "MY Kota Bharu": 5,
  "RU Shakhty": 6,
  "UA Khmelnytskyi": 5,
};

function places() {
  const all = placesWithNames();
  const key = (p) => `${p.country} ${p.en}`;
  const used = new Set();
  const min = new Map();
  // Places in order of weight: a capital outweighs any other city of its zoom.
  const weight = (p) =>
    (p.capital ? 3e7 : 0) +
    p.population * (near.has(p.country) ? 2.2 : around.has(p.country) ? 1.3 : 1) +
    (always[key(p)] && p.hand ? 1e8 / always[key(p)] : 0);
  const ordered = all
    .map((p) => ({ p, w: weight(p), xy: mercator([p.lng, p.lat]) }))
    .sort((a, b) => b.w - a.w || a.p.id - b.p.id);
  const seen = new Set();
  for (let z = 2; z <= 8; z++) {
    const px = 512 * 2 ** z;
    const [across, up] = room[z];
    const grid = new Map();
    const cell = (x, y) => `${Math.floor((x * px) / across)},${Math.floor((y * px) / up)}`;
    const put = (o) => {
      const c = cell(...o.xy);
      if (!grid.has(c)) grid.set(c, []);
      grid.get(c).push(o);
    };
    const free = (o) => {
      const [cx, cy] = cell(...o.xy)
        .split(",")
        .map(Number);
      for (let i = -1; i <= 1; i++)
        for (let j = -1; j <= 1; j++)
          for (const other of grid.get(`${cx + i},${cy + j}`) ?? [])
            if (Math.abs(other.xy[0] - o.xy[0]) * px < across && Math.abs(other.xy[1] - o.xy[1]) * px < up)
              return false;
      return true;
    };
    for (const o of ordered) if (min.has(o.p)) put(o);
    for (const o of ordered) {
      if (min.has(o.p) || notBefore[key(o.p)] > z) continue;
      const { p } = o;
      const forced = p.hand && always[key(p)] && always[key(p)] <= z && !seen.has(key(p));
      const [rest, ukraine, neighbour] = floors[z];
      const floor = near.has(p.country) ? ukraine : around.has(p.country) ? neighbour : rest;
      const capital = p.capital && p.population >= (capitalFloors[z] ?? 0) && !p.territory;
      if (!forced && !capital && p.population < floor) continue;
      if (!forced && !free(o)) continue;
      seen.add(key(p));
      used.add(p);
      min.set(p, z);
      put(o);
    }
  }
  return ordered
    .filter(({ p }) => used.has(p))
    .map(({ p }, i) => {
      const kind =
        p.capital && !p.territory
          ? "capital"
          : p.population >= 4e5 || (near.has(p.country) && p.population >= 2e5) || min.get(p) <= 4
            ? "city"
            : "town";
      return point([p.lng, p.lat], { ...names(p.en, p.vi, p.uk), class: kind, min: min.get(p), rank: i });
    });
}

export function buildLabels(topo) {
  return {
    countryLabels: countryLabels(topo),
    seaLabels: seaLabels(),
    admin1Labels: admin1Labels(topo),
    places: places(),
  };
}
