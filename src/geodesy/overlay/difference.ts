import type { Feature, GeoJsonProperties, MultiPolygon } from "geojson";
import { requireIterable, requireOptions } from "../arguments.ts";
import { type AreaInput, AreaDepths } from "./areaDepths.ts";

/**
 * What an area holds and none of the others does: "the land that is out of range". A MultiPolygon without coordinates where nothing is left.
 *
 * Areas, crossings of true rings, polygons that are not valid and the form of the result as for `coverage`, but that areas may be empty.
 *
 * @param area a disc by `center` and `rangeKm` in kilometres, or an area
 * @param others the same, any number of them
 * @throws {@link GeodesyError} naming the argument and its value
 */
export function difference<P extends GeoJsonProperties = GeoJsonProperties>(
  area: AreaInput,
  others: Iterable<AreaInput>,
  options: { properties?: P } = {},
): Feature<MultiPolygon, P> {
  requireIterable(others, "others");
  requireOptions(options);
  const list = [...others];
  const depths = new AreaDepths(1 + list.length);
  depths.add(area, "area", { counts: true, mayBeEmpty: true });
  for (const [index, other] of list.entries()) depths.addRest(other, `others[${index}]`);
  return {
    type: "Feature",
    properties: options.properties ?? ({} as P),
    geometry: { type: "MultiPolygon", coordinates: depths.atLeast(1 + list.length) },
  };
}
