import type { Feature, MultiPolygon, Polygon } from "geojson";
import { readLngLat } from "../arguments.ts";
import { readArea } from "../readGeometry.ts";
import { coverageAtLeast } from "./coverage.ts";
import type { AreaInput } from "./areaDepths.ts";
import { discOf, rememberDisc, type Disc } from "../rings/discMemory.ts";
import { GeodesyError, type GeodesyErrorCode } from "../geodesyError.ts";

/** What goes to the worker: rings that may be copied, their discs beside them. */
export interface CoverageRequest {
  rings: ({ center: [number, number]; rangeKm: number } | { feature: Feature<Polygon | MultiPolygon>; disc?: Disc })[];
  count: number;
}

/** What comes back. */
export type CoverageMessage =
  | { type: "progress"; share: number }
  | { type: "done"; coverage: Feature<MultiPolygon> }
  | {
      type: "failed";
      message: string;
      geodesy?: { code: GeodesyErrorCode; argument: string; value: unknown; wanted: string };
    };

/** Makes inputs ready to be copied to a worker; a copy of a feature would forget the disc it was made from. */
export function coverageRequest(rings: Iterable<AreaInput>, count: number): CoverageRequest {
  return {
    count,
    rings: Array.from(rings, (input, index) => {
      if (typeof input === "object" && input !== null && "center" in input)
        return { center: readLngLat(input.center, `rings[${index}] center`), rangeKm: input.rangeKm };
      const disc = discOf(input);
      // The geometry alone: properties may hold what cannot be copied.
      const feature = { type: "Feature", properties: {}, geometry: readArea(input, `rings[${index}]`) } as const;
      return disc ? { feature, disc } : { feature };
    }),
  };
}

/** Does the work of one request, posting its progress and its end. Knows nothing of workers. */
export function runCoverageTask(request: CoverageRequest, post: (message: CoverageMessage) => void): void {
  try {
    const rings = request.rings.map((ring): AreaInput => {
      if ("center" in ring) return ring;
      if (ring.disc) rememberDisc(ring.feature, ring.disc);
      return ring.feature;
    });
    const coverage = coverageAtLeast(rings, request.count, {
      onProgress: (share) => post({ type: "progress", share }),
    });
    post({ type: "done", coverage });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof GeodesyError) {
      const { code, argument, value, wanted } = error;
      post({ type: "failed", message, geodesy: { code, argument, value, wanted } });
    } else post({ type: "failed", message });
  }
}
