import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** The countries of public/basemap/world-50m.json. See data/basemap/README.md. */
export type WorldTopology = Topology<{ countries: GeometryCollection<{ part: string }> }> & {
  /** The names of the overseas parts of countries, in the order of `LANGUAGES`. */
  partNames: Record<string, string[]>;
};

/** The main territory's part; the others are overseas or outlying. */
export const MAIN_PART = "main";

/** Outlines of countries by ISO 3166-1 alpha-2 code, under the basemap's border policy. */
export interface Countries {
  codes: string[];
  /** The parts of a country, the main territory first. */
  partsOf(code: string): string[];
  /** The given parts as one geometry, by default the main territory; always the same object. Undefined for an unknown code. */
  geometryOf(code: string, parts?: string[]): MultiPolygon | undefined;
  /** All parts of a country as one geometry; one without coordinates for an unknown code. */
  wholeOf(code: string): MultiPolygon;
}

type CountryObject = Topology<{
  countries: GeometryCollection<{ part: string }>;
}>["objects"]["countries"]["geometries"][number];

/** Reads the outlines. Each country is decoded on first use. */
export function createCountries(world: WorldTopology): Countries {
  const byCode = new Map<string, Map<string, CountryObject>>();
  for (const object of world.objects.countries.geometries) {
    const code = String(object.id ?? "");
    if (!/^[A-Z]{2}$/.test(code)) continue;
    const parts = byCode.get(code) ?? new Map<string, CountryObject>();
    parts.set((object.properties as { part?: string } | undefined)?.part ?? MAIN_PART, object);
    byCode.set(code, parts);
  }
  const decoded = new Map<string, MultiPolygon>();
  const polygonsOf = (object: CountryObject): Polygon["coordinates"][] => {
    const { geometry } = feature(world, object) as { geometry: Polygon | MultiPolygon };
    return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  };
  const countries: Countries = {
    codes: [...byCode.keys()].sort(),
    partsOf: (code) =>
      [...(byCode.get(code)?.keys() ?? [])].sort((a, b) => Number(b === MAIN_PART) - Number(a === MAIN_PART)),
    wholeOf: (code) => countries.geometryOf(code, countries.partsOf(code)) ?? { type: "MultiPolygon", coordinates: [] },
    geometryOf(code, parts) {
      const ofCountry = byCode.get(code);
      if (!ofCountry) return undefined;
      const known = (parts ?? [MAIN_PART]).filter((part) => ofCountry.has(part));
      const wanted = known.length > 0 ? known : [...ofCountry.keys()].slice(0, 1);
      const key = `${code}:${wanted.join()}`;
      let geometry = decoded.get(key);
      if (!geometry) {
        const coordinates = wanted.flatMap((part) => polygonsOf(ofCountry.get(part) as CountryObject));
        decoded.set(key, (geometry = { type: "MultiPolygon", coordinates }));
      }
      return geometry;
    },
  };
  return countries;
}
