import geographiclib from "geographiclib-geodesic";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { type AreaRings, areaRings, holdsPlace } from "./areaRings.ts";
import { requireEdges, requireOptions, type SourceEdges } from "./arguments.ts";
import { GeodesyError } from "./geodesyError.ts";
import { planarArea } from "./planarArea.ts";
import { readArea } from "./readGeometry.ts";

const { WGS84 } = geographiclib.Geodesic;
const EARTH_KM2 = (4 * Math.PI * WGS84._c2) / 1e6;
