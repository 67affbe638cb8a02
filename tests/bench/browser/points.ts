/** Ranges in km of the six systems that each launch point has, as in the catalogue. */
export const RANGES_KM = [2400, 300, 250, 560, 160, 30];

/** Launch points `[lng, lat]` in rows over eastern Europe, the first in the middle of the map. */
export const pointsOf = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? [31, 48] : [22 + ((i * 7) % 18), 44 + ((i * 5) % 9)]));
