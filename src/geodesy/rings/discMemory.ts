/** What a ring was made from. */
export interface Disc {
  lng: number;
  lat: number;
  rangeKm: number;
}

/*
 * Features of rangeRing remember their centre and range beside themselves, not in their properties, so that coverage can solve where true
 * rings cross without anything showing in what the caller saves. A copy of the feature is a plain polygon.
 */
const discs = new WeakMap<object, Disc>();

export function rememberDisc(feature: object, disc: Disc): void {
  discs.set(feature, disc);
}

export function discOf(feature: object): Disc | undefined {
  return discs.get(feature);
}
