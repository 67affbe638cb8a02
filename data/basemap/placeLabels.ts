import { type Place, readGazetteer } from "./gazetteer.ts";
import { type Label, label } from "./label.ts";
import { mercator, type WorldPoint } from "./lngLat.ts";

export type PlaceLabel = Label<{ class: "capital" | "city" | "town" }>;

const inDetail = new Set(["UA"]);
const neighbours = new Set(["RU", "BY", "PL", "SK", "HU", "RO", "MD"]);
/** Minimum population by zoom. Ukraine and its neighbours are shown in more detail. */
const floors: Record<number, [elsewhere: number, inDetail: number, neighbours: number]> = {
  2: [6e6, 2.5e6, 6e6],
  3: [3e6, 9e5, 1.5e6],
  4: [1e6, 3.5e5, 6e5],
  5: [3.5e5, 1.3e5, 2.2e5],
  6: [1.2e5, 4.5e4, 9e4],
  7: [4e4, 1.5e4, 3e4],
  8: [1.5e4, 6e3, 1.5e4],
};
const capitalFloors: Record<number, number> = { 2: 4e6, 3: 8e5, 4: 1e5, 5: 0 };
/** Minimum distance between two places in pixels: [horizontal, vertical]. */
const room: Record<number, [across: number, upAndDown: number]> = {
  2: [70, 34],
  3: [64, 26],
  4: [62, 24],
  5: [60, 24],
  6: [62, 26],
  7: [66, 28],
  8: [66, 30],
};
// Always shown from this zoom, because news maps of the war name them.
const always: Record<string, number> = {
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
  "VN Hue": 5,
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
  "TR Istanbul": 2,
  "AR Buenos Aires": 2,
  "DK Copenhagen": 3,
  "IE Dublin": 3,
  "PY Asunción": 3,
  "DO Santo Domingo": 4,
  "JM Kingston": 4,
  "LB Beirut": 4,
  "MA Rabat": 4,
  "BH Manama": 5,
  "MX Guadalajara": 4,
  "US San Diego": 4,
};

// Not shown before this zoom, because GeoNames' population is that of a whole prefecture, or a better-known city is nearby.
const notBefore: Record<string, number> = {
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
  "TR Ankara": 4,
  "CN Wenzhou": 5,
};

interface Candidate {
  place: Place;
  key: string;
  weight: number;
  at: WorldPoint;
  /** The minimum zoom, once it is known. */
  min?: number;
}

/** Keeps track of the names at one zoom, to find out whether there is room for another. */
function roomAt(zoom: number): { put: (one: Candidate) => void; isFree: (one: Candidate) => boolean } {
  const px = 512 * 2 ** zoom;
  const [across, upAndDown] = room[zoom]!;
  const cells = new Map<string, Candidate[]>();
  const cellOf = ([x, y]: WorldPoint): WorldPoint => [Math.floor((x * px) / across), Math.floor((y * px) / upAndDown)];
  return {
    put(one) {
      const cell = String(cellOf(one.at));
      cells.set(cell, [...(cells.get(cell) ?? []), one]);
    },
    isFree({ at }) {
      const [column, row] = cellOf(at);
      for (let i = -1; i <= 1; i++)
        for (let j = -1; j <= 1; j++)
          for (const other of cells.get(String([column + i, row + j])) ?? [])
            if (Math.abs(other.at[0] - at[0]) * px < across && Math.abs(other.at[1] - at[1]) * px < upAndDown)
              return false;
      return true;
    },
  };
}

/** Places sorted by weight. A capital has more weight than any other city of its zoom. */
function candidates(): Candidate[] {
  return readGazetteer()
    .map((place): Candidate => {
      const key = `${place.country} ${place.en}`;
      const near = inDetail.has(place.country) ? 2.2 : neighbours.has(place.country) ? 1.3 : 1;
      const first = place.named && always[key] ? 1e8 / always[key] : 0;
      const weight = (place.capital ? 3e7 : 0) + place.population * near + first;
      return { place, key, weight, at: mercator(place.lngLat) };
    })
    .sort((a, b) => b.weight - a.weight || a.place.id - b.place.id);
}

/** Names of places, the most important first; `rank` is the worldwide order. */
export function buildPlaceLabels(): PlaceLabel[] {
  const ordered = candidates();
  const forcedBefore = new Set<string>();
  for (let zoom = 2; zoom <= 8; zoom++) {
    const { put, isFree } = roomAt(zoom);
    for (const one of ordered) if (one.min !== undefined) put(one);
    for (const one of ordered) {
      const { place, key } = one;
      if (one.min !== undefined || (notBefore[key] ?? 0) > zoom) continue;
      const forced = place.named && (always[key] ?? Infinity) <= zoom && !forcedBefore.has(key);
      const [elsewhere, detailed, neighbour] = floors[zoom]!;
      const floor = inDetail.has(place.country) ? detailed : neighbours.has(place.country) ? neighbour : elsewhere;
      const capital = place.capital && place.population >= (capitalFloors[zoom] ?? 0) && !place.territory;
      if (!forced && ((!capital && place.population < floor) || !isFree(one))) continue;
      forcedBefore.add(key);
      one.min = zoom;
      put(one);
    }
  }
  return ordered
    .filter((one): one is Candidate & { min: number } => one.min !== undefined)
    .map(({ place, min }, rank) => {
      const large = place.population >= (inDetail.has(place.country) ? 2e5 : 4e5) || min <= 4;
      const kind = place.capital && !place.territory ? "capital" : large ? "city" : "town";
      return label(place.lngLat, place, { class: kind, min, rank });
    });
}
