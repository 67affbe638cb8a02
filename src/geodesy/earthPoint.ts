/** WGS84 in kilometres. */
const SEMI_MAJOR_KM = 6378.137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const RADIANS = Math.PI / 180;

/** A place, in degrees and as a point in space in kilometres from the Earth's centre. */
export interface EarthPoint {
  lng: number;
  lat: number;
  x: number;
  y: number;
  z: number;
}

export function earthPoint(lng: number, lat: number): EarthPoint {
  const cosLat = Math.abs(lat) === 90 ? 0 : Math.cos(lat * RADIANS);
  const sinLat = Math.sin(lat * RADIANS);
  const radius = SEMI_MAJOR_KM / Math.sqrt(1 - E2 * sinLat * sinLat);
  return {
    lng,
    lat,
    x: radius * cosLat * Math.cos(lng * RADIANS),
    y: radius * cosLat * Math.sin(lng * RADIANS),
    z: radius * (1 - E2) * sinLat,
  };
}

/**
 * The place whose plumb line goes through a point in space: the middle of a chord of 100 km lies 200 m deep, where the direction from the
 * Earth's centre alone would be off by 0.7 m. Bowring's formula: to a micrometre down to 10 km.
 */
export function placeOf(x: number, y: number, z: number): EarthPoint {
  const across = Math.sqrt(x * x + y * y);
  const tanReduced = z / ((1 - F) * across);
  const cos = 1 / Math.sqrt(1 + tanReduced * tanReduced);
  // On the axis the tangent has no end; the sine has.
  const sin = across === 0 ? Math.sign(z) : tanReduced * cos;
  const up = z + (E2 / (1 - F)) * SEMI_MAJOR_KM * sin * sin * sin;
  const out = across - E2 * SEMI_MAJOR_KM * cos * cos * cos;
  return earthPoint(Math.atan2(y, x) / RADIANS, Math.atan2(up, out) / RADIANS);
}

/** Length of the straight line through the Earth between two places, in kilometres. */
export function chordKm(a: EarthPoint, b: EarthPoint): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2);
}

/** Radius of the parallel at a latitude in radians, in kilometres. */
export function parallelRadiusKm(lat: number): number {
  const sin = Math.sin(lat);
  return (SEMI_MAJOR_KM * Math.cos(lat)) / Math.sqrt(1 - E2 * sin * sin);
}

/** Radius of curvature of the meridian at a latitude in radians, in kilometres. */
export function meridianRadiusKm(lat: number): number {
  const sin = Math.sin(lat);
  return (SEMI_MAJOR_KM * (1 - E2)) / (1 - E2 * sin * sin) ** 1.5;
}
