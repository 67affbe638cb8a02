// Names on the map: countries, seas, admin-1 units and places, each with its minimum zoom (`min`).
import polylabel from "polylabel";
import { admin1Names } from "./admin1Names.ts";
import { buildCountryLabels, type CountryLabel } from "./countryLabels.ts";
import { type Label, label } from "./label.ts";
import { type Line, mercator, unmercator } from "./lngLat.ts";
import { buildPlaceLabels, type PlaceLabel } from "./placeLabels.ts";
import { listLines } from "./placeLists.ts";
import { admin1Zoom, unitLand, type UnitTopology } from "./topology.ts";

export interface Labels {
  countryLabels: CountryLabel[];
  seaLabels: Label[];
  admin1Labels: Label[];
  places: PlaceLabel[];
}

const seaLabels = (): Label[] =>
  listLines("sea-names.txt").map((line) => {
    const [head = "", en = "", vi = "", uk = ""] = line.split(" | ").map((s) => s.trim());
    const [rank = 0, lng = 0, lat = 0, min = 0] = head.split(/\s+/).map(Number);
    return label([lng, lat], { en, vi, uk }, { min, rank });
  });

const widthOf = (polygon: Line[]): number => {
  const xs = polygon[0]!.map((point) => mercator(point)[0]);
  return Math.max(...xs) - Math.min(...xs);
};

function admin1Labels(topo: UnitTopology): Label[] {
  const labels: Label[] = [];
  for (const { unit, polygons } of unitLand(topo)) {
    const names = admin1Zoom(unit) > 5 ? undefined : admin1Names(unit);
    const [largest] = polygons.toSorted((a, b) => widthOf(b) - widthOf(a));
    const width = widthOf(largest!) * 512 * 2 ** 6;
    if (!names || width < 90) continue;
    const middle = unmercator(
      polylabel(
        largest!.map((ring) => ring.map(mercator)),
        1e-6,
      ),
    );
    labels.push(label(middle, names, { min: width > 260 && unit.code !== "UA" ? 6 : 7, rank: 0 }));
  }
  return labels;
}

export function buildLabels(topo: UnitTopology): Labels {
  return {
    countryLabels: buildCountryLabels(topo),
    seaLabels: seaLabels(),
    admin1Labels: admin1Labels(topo),
    places: buildPlaceLabels(),
  };
}
