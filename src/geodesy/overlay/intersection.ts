import type { Feature, GeoJsonProperties, MultiPolygon } from "geojson";
import { requireIterable, requireOptions } from "../arguments.ts";
import { type AreaInput, AreaDepths } from "./areaDepths.ts";

/**
 * What all of the areas hold: "within range of both". A MultiPolygon without coordinates where no place is in all of them, where one of them is
 * empty, and where there are none.
 *
 * Areas, crossings of true rings, polygons that are not valid and the form of the result as for `coverage`, but that areas may be empty.
 *
 * @param areas discs by `center` and `rangeKm` in kilometres, or areas
 * @throws {@link GeodesyError} naming the argument and its value
 */
export function intersection<P extends GeoJsonProperties = GeoJsonProperties>(
  areas: Iterable<AreaInput>,
  options: { properties?: P } = {},
): Feature<MultiPolygon, P> {
  requireIterable(areas, "areas");
  requireOptions(options);
  const list = [...areas];
  const depths = new AreaDepths(list.length);
  for (const [index, area] of list.entries()) depths.add(area, `areas[${index}]`, { counts: true, mayBeEmpty: true });
  const coordinates = list.length === 0 ? [] : depths.atLeast(list.length);
  return {
    type: "Feature",
    properties: options.properties ?? ({} as P),
    geometry: { type: "MultiPolygon", coordinates },
  };
}
