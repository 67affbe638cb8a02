// @ts-nocheck -- a build script with a package.json of its own
// public/basemap/places.json: the places to search, one column a field, most populous first.
import { placesWithNames } from "./gazetteer.mjs";

export function buildPlaces(credit) {
  const chosen = placesWithNames()
    .filter((p) => p.population >= 9000 || p.capital || p.hand || (p.country === "UA" && p.population >= 1000))
    .sort((a, b) => b.population - a.population || a.id - b.id);
  const e4 = (n) => Math.round(n * 1e4);
  const names = {};
  chosen.forEach((p, i) => {
    const entry = {
      ...(p.vi && p.vi !== p.en && { vi: p.vi }),
      ...(p.uk && { uk: p.uk }),
      ...(p.also.length > 0 && { also: p.also }),
    };
    if (Object.keys(entry).length > 0) names[i] = entry;
  });
  const file = {
    version: 1,
    credit,
    name: chosen.map((p) => p.en),
    country: chosen.map((p) => p.country).join(""),
    population: chosen.map((p) => p.population),
    lngE4: chosen.map((p) => e4(p.lng)),
    latE4: chosen.map((p) => e4(p.lat)),
    capitals: chosen.flatMap((p, i) => (p.capital ? [i] : [])),
    names,
  };
  console.log(`${chosen.length} places to search`);
  return Buffer.from(JSON.stringify(file));
}
