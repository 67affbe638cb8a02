// The two lists of corrections to GeoNames: place-names.txt and place-fixes.txt.
import fs from "node:fs";
import type { LngLat } from "./lngLat.ts";

/** The lines of a list, without empty ones and comments. */
export const listLines = (file: string): string[] =>
  fs
    .readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));

/** Names from the list; empty if it gives none. */
export interface NamesRow {
  uk: string;
  vi: string;
  en: string;
  also: string[];
}
export interface AddedPlace extends NamesRow {
  country: string;
  lngLat: LngLat;
  population: number;
}

/** Names by GeoNames id, and the places that GeoNames lacks. */
export function readPlaceNames(): { byId: Map<number, NamesRow>; added: AddedPlace[] } {
  const byId = new Map<number, NamesRow>();
  const added: AddedPlace[] = [];
  for (const line of listLines("place-names.txt")) {
    const [head = "", uk = "", vi = "", en = "", also = ""] = line.split("|").map((s) => s.trim());
    const row = { uk, vi, en, also: also === "" ? [] : also.split(";").map((s) => s.trim()) };
    const plus = /^\+(\w\w) (.+) (-?[\d.]+) (-?[\d.]+) (\d+)$/.exec(head);
    const number = /^(\d+) ./.exec(head);
    if (plus) {
      const [, country = "", name = "", lng, lat, population] = plus;
      added.push({
        ...row,
        en: en || name,
        country,
        lngLat: [Number(lng), Number(lat)],
        population: Number(population),
      });
    } else if (number) {
      const id = Number(number[1]);
      if (byId.has(id)) throw new Error(`place-names.txt: duplicate entry ${head}`);
      byId.set(id, row);
    } else throw new Error(`place-names.txt: invalid line ${line}`);
  }
  return { byId, added };
}

const FACTORS: Record<string, number> = { k: 1e3, m: 1e6 };

/** Populations by GeoNames id; "out" if the place is left out. */
export function readPlaceFixes(): Map<number, number | "out"> {
  const fixes = new Map<number, number | "out">();
  for (const line of listLines("place-fixes.txt")) {
    const found = /^(\d+) (?:([\d.]+)([km])|-) \| /.exec(line);
    if (!found) throw new Error(`place-fixes.txt: invalid line ${line}`);
    const [, id, people, factor] = found;
    if (fixes.has(Number(id))) throw new Error(`place-fixes.txt: duplicate entry ${id}`);
    fixes.set(Number(id), people === undefined ? "out" : Math.round(Number(people) * FACTORS[factor!]!));
  }
  return fixes;
}
