import { chordKm, earthPoint, type EarthPoint } from "../earthPoint.ts";
import type { PlaceIndex } from "./placeIndex.ts";
import { bearingOf } from "./sourceCurve.ts";

/** Boxes are halved until every place in one is this near to its middle. */
const FINEST_KM = 12;

/** A box in longitude and latitude. */
type Box = [west: number, east: number, south: number, north: number];

/** A circle is looked at in this many sectors of equal bearings, the first one from due north eastwards. */
export const SECTORS = 64;

/** From here on bearings towards a box near the antipodes say little. */
const BEARINGS_TELL_KM = 18_000;
const EARTH_KM = 6371;

/**
 * The places whose circles of `km` may be part of the border of the union of all discs, by their numbers, and which sectors of the circles.
 * The Earth is divided into boxes; one that lies wholly within reach, or wholly beyond, holds no border, and near the border only the circles
 * that pass through its box matter.
 *
 * @param margin what is within reach by so much is no border
 */
export function borderPlaces(
  places: readonly EarthPoint[],
  index: PlaceIndex,
  km: number,
  margin: number,
): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  const boxes: Box[] = [];
  for (let west = -180; west < 180; west += 30)
    for (let south = -90; south < 90; south += 30) boxes.push([west, west + 30, south, south + 30]);
  for (let box = boxes.pop(); box; box = boxes.pop()) {
    const [west, east, south, north] = box;
    const [lng, lat] = [(west + east) / 2, (south + north) / 2];
    const middle = earthPoint(lng, lat);
    // An arc is longer than its chord by a few percent where it is no longer than these.
    const chord = Math.max(chordKm(middle, earthPoint(west, south)), chordKm(middle, earthPoint(west, north)));
    const radius = 1.1 * Math.max(chord, chordKm(middle, earthPoint(west, lat)));
    if (index.within(middle, km - margin - radius)) continue;
    if (radius < FINEST_KM) {
      for (const place of index.collect(middle, km + radius)) {
        const sectors = found.get(place) ?? new Uint8Array(SECTORS);
        markSectors(sectors, places[place]!, middle, radius, km);
        found.set(place, sectors);
      }
      continue;
    }
    if (!index.mayBeWithin(middle, km + radius)) continue;
    const isWide = (east - west) * Math.cos((lat * Math.PI) / 180) > north - south;
    boxes.push(isWide ? [west, lng, south, north] : [west, east, south, lat]);
    boxes.push(isWide ? [lng, east, south, north] : [west, east, lat, north]);
  }
  return found;
}

/** Marks the sectors of a place's circle that a box may meet: by the bearing on a sphere, with room for what the ellipsoid makes of it. */
function markSectors(sectors: Uint8Array, place: EarthPoint, middle: EarthPoint, radius: number, km: number): void {
  if (km > BEARINGS_TELL_KM) {
    sectors.fill(1);
    return;
  }
  const bearing = bearingOf(place, middle.x, middle.y, middle.z);
  const room = (radius / EARTH_KM + 0.015) / Math.sin(km / EARTH_KM) + 0.01;
  const perSector = (2 * Math.PI) / SECTORS;
  const [first, last] = [Math.floor((bearing - room) / perSector), Math.floor((bearing + room) / perSector)];
  for (let sector = first; sector <= last; sector++) sectors[((sector % SECTORS) + SECTORS) % SECTORS] = 1;
}
