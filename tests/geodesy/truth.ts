import { readFileSync } from "node:fs";

/** One line of geodesics.csv: GeographicLib's published test geodesics on WGS84, in degrees and metres. */
export interface TruthGeodesic {
  lat1: number;
  lon1: number;
  azi1: number;
  lat2: number;
  lon2: number;
  s12: number;
}

/** Lines of tests/geodesy/geodesics.csv, GeographicLib's own test set (C. F. F. Karney, MIT). */
export const truthGeodesics: TruthGeodesic[] = readFileSync(new URL("./geodesics.csv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("lat1"))
  .map((line) => {
    const [lat1 = NaN, lon1 = NaN, azi1 = NaN, lat2 = NaN, lon2 = NaN, , s12 = NaN] = line.split(",").map(Number);
    return { lat1, lon1, azi1, lat2, lon2, s12 };
  });

/**
 * Short and nearly antipodal cases that once broke solvers: [lat1, lon1, lat2, lon2, metres, tolerance in metres], from GeographicLib's
 * geodesictest (GeodSolve4, 6, 9, 10, 11, 33).
 */
export const hardPairs: [number, number, number, number, number, number][] = [
  [36.493349428792, 0, 36.49334942879201, 0.0000008, 0.072, 0.5e-3],
  [88.202499451857, 0, -88.202499451857, 179.98102203299285, 20003898.214, 0.5e-3],
  [89.262080389218, 0, -89.262080389218, 179.99220798277537, 20003925.854, 0.5e-3],
  [89.333123580033, 0, -89.333123580033, 179.99295812360148, 20003926.881, 0.5e-3],
  [56.320923501171, 0, -56.320923501171, 179.6647476717729, 19993558.287, 0.5e-3],
  [52.784459512564, 0, -52.78445951256399, 179.6344074649438, 19991596.095, 0.5e-3],
  [48.522876735459, 0, -48.52287673545898, 179.59972045622308, 19989144.774, 0.5e-3],
  [0, 0, 0, 179, 19926189, 0.5],
  [0, 0, 0, 179.5, 19980862, 0.5],
  [0, 0, 0, 180, 20003931, 0.5],
  [0, 0, 1, 180, 19893357, 0.5],
];
