import type { Position } from "geojson";
import { countryName } from "../../i18n/countryNames.ts";
import type { Translate } from "../../i18n/messages.ts";
import { formatLngLat } from "../../i18n/numbers.ts";
import type { LaunchGeometry } from "../../scenario/scenario.ts";
import type { LngLat } from "../drawn.ts";
import type { SourceGeometry } from "./shapeSource.ts";

const ringArea = (ring: Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/** The position of the name of a line or area: the middle of a line, or the centroid of an area's largest part. */
export function middleOf(shape: SourceGeometry): LngLat {
  if (shape.type === "LineString")
    return (shape.coordinates[Math.floor(shape.coordinates.length / 2)] ?? [0, 0]) as LngLat;
  const rings = (shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates).map((polygon) => polygon[0] ?? []);
  const ring = rings.sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0] ?? [];
  const area = ringArea(ring);
  let [x, y] = [0, 0];
  ring.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    const cross = x1 * y2 - x2 * y1;
    x += ((x1 + x2) * cross) / (6 * area);
    y += ((y1 + y2) * cross) / (6 * area);
  });
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : ((ring[0] ?? [0, 0]) as LngLat);
}

/** What a launch point without a name of its own is called: its country, its place, or that it was drawn. */
export function nameOfGeometry(geometry: LaunchGeometry, lngLat: LngLat | undefined, translate: Translate): string {
  if (geometry.type === "Country") return countryName(geometry.code, translate.language);
  if (geometry.type !== "Point") return translate(`point.unnamed.${geometry.type}`);
  return lngLat ? formatLngLat(lngLat, translate.language, 2) : "";
}
