// public/basemap/places.json: the searchable places, one array per field, most populous first.
import { readGazetteer } from "./gazetteer.ts";

const SEARCHED_FROM = 9000;

/** `vi` and `uk` are absent if the place has no separate name in that language. */
interface OtherNames {
  vi?: string;
  uk?: string;
  also?: string[];
}

export function buildPlacesFile(credit: string): Buffer {
  const chosen = readGazetteer()
    .filter((p) => p.population >= SEARCHED_FROM || p.capital || p.named)
    .sort((a, b) => b.population - a.population || a.id - b.id);
  const e4 = (degrees: number): number => Math.round(degrees * 1e4);
  const names: Record<number, OtherNames> = {};
  chosen.forEach(({ en, vi, uk, also }, i) => {
    const entry = { ...(vi && vi !== en && { vi }), ...(uk && { uk }), ...(also.length > 0 && { also }) };
    if (Object.keys(entry).length > 0) names[i] = entry;
  });
  const file = {
    version: 1,
    credit,
    name: chosen.map((p) => p.en),
    country: chosen.map((p) => p.country).join(""),
    population: chosen.map((p) => p.population),
    lngE4: chosen.map((p) => e4(p.lngLat[0])),
    latE4: chosen.map((p) => e4(p.lngLat[1])),
    capitals: chosen.flatMap((p, i) => (p.capital ? [i] : [])),
    names,
  };
  console.log(`${chosen.length} places to search`);
  return Buffer.from(JSON.stringify(file));
}
