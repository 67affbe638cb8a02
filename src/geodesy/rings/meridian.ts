const N = 1 / (2 * 298.257223563 - 1);
const RECTIFYING_KM = (6378.137 / (1 + N)) * (1 + (N * N) / 4 + N ** 4 / 64);

/** A quarter of the circumference through the poles, in kilometres. */
export const QUARTER_KM = (RECTIFYING_KM * Math.PI) / 2;

/** Distance along the meridian from the South Pole, in kilometres; Helmert's series, good to a micrometre. */
export function meridianKm(latDeg: number): number {
  const lat = (latDeg * Math.PI) / 180;
  const wave =
    -1.5 * (N - N ** 3 / 8) * Math.sin(2 * lat) +
    (15 / 16) * (N * N - N ** 4 / 4) * Math.sin(4 * lat) -
    (35 / 48) * N ** 3 * Math.sin(6 * lat) +
    (315 / 512) * N ** 4 * Math.sin(8 * lat);
  return QUARTER_KM + RECTIFYING_KM * lat + (6378.137 / (1 + N)) * wave;
}
