// A name on the map, as in the tiles and world-50m.json.
import { point, truncate } from "@turf/turf";
import type { Feature, Point } from "geojson";
import type { LngLat } from "./lngLat.ts";

export const languages = ["en", "vi", "uk"] as const;
type Language = (typeof languages)[number];
export type Names = Record<Language, string>;

/** `name_vi` and `name_uk` are absent if they equal the English name, which is so for half of the places. */
export interface LabelProperties {
  name_en: string;
  name_vi?: string;
  name_uk?: string;
  /** The minimum zoom of the map on screen. */
  min: number;
  /** 0 is the most important. */
  rank: number;
}
export type Label<More = object> = Feature<Point, LabelProperties & More>;

export function label<More extends object>(
  lngLat: LngLat,
  { en, vi, uk }: Names,
  more: { min: number; rank: number } & More,
): Label<More> {
  const names = { name_en: en, ...(vi && vi !== en && { name_vi: vi }), ...(uk && uk !== en && { name_uk: uk }) };
  return truncate(point(lngLat, { ...names, ...more }), { precision: 4 });
}
