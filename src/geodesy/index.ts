/** Ranges on the Earth: WGS84 geodesics, GeoJSON in and out, kilometres and degrees. Imports nothing of ours. */
export { GeodesyError, type GeodesyErrorCode } from "./geodesyError.ts";
export { MAX_DISTANCE_KM } from "./arguments.ts";
export { bearingDeg, destination, distanceKm } from "./distance.ts";
export { reachAt, withinRange, type Reach, type WithinRangeOptions } from "./withinRange.ts";
export { rangeOutline, rangeRing, ringCoordinates, type RangeRingOptions } from "./rings/rangeRing.ts";
export { bandOutline, rangeBand } from "./rings/rangeBand.ts";
export { ringTemplate, type RingTemplate } from "./rings/ringTemplate.ts";
export {
  coverage,
  coverageAtLeast,
  overlapCounts,
  type CoverageInput,
  type CoverageOptions,
} from "./overlay/coverage.ts";
export { geodesicBuffer, type GeodesicBufferOptions } from "./buffer/geodesicBuffer.ts";
export { coverageInWorker, type CoverageInWorkerOptions } from "./overlay/coverageInWorker.ts";
export { areaKm2 } from "./areaKm2.ts";
export { lengthKm } from "./lengthKm.ts";
export { densify, type DensifyOptions } from "./densify.ts";
export { rangeSector, type RangeSectorOptions } from "./rings/rangeSector.ts";
export { distanceToGeometryKm } from "./distanceToGeometry.ts";
export type { SourceEdges } from "./arguments.ts";
export { rangeRings, type RingOf, type RingSet } from "./rings/rangeRings.ts";
