// A name on the map, as the tiles and world-50m.json carry it.
import { point, truncate } from "@turf/turf";
import type { Feature, Point } from "geojson";
import type { LngLat } from "./lngLat.ts";

export const languages = ["en", "vi", "uk"] as const;
type Language = (typeof languages)[number];
export type Names = Record<Language, string>;

/** `name_vi` and `name_uk` are there only where they differ from the English name: half the places are called the same. */
export interface LabelProperties {
  name_en: string;
  name_vi?: string;
  name_uk?: string;
  /** The zoom, in the sense of the map on screen, from which it shows. */
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
