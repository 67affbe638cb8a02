import { readFileSync } from "node:fs";
import { toGeoJson } from "../../src/files/geojson.ts";
import { toSvg } from "../../src/picture/painters/svg.ts";
import { createPlaceSearch } from "../../src/input/places/places.ts";
import { packPlaces, unpackPlaces } from "../../src/input/places/placesTable.ts";
import { sceneOf } from "../picture/picture.ts";
import { catalog, parsedFigure, pointJson } from "../samples.ts";
import { median, type Row, type Suite } from "./row.ts";

const SYSTEMS = ["atacms", "storm-shadow", "scalp-eg", "tomahawk", "patriot", "nasams"];

/** A time and its limit. */
const against = (what: string, oursMs: number, limitMs: number, note?: string): Row => ({
  what,
  peer: "the limit",
  oursMs,
  peerMs: limitMs,
  atLeast: 1,
  ...(note && { note }),
});

const suite: Suite = {
  run: async () => {
    const places = createPlaceSearch(
      unpackPlaces(
        packPlaces(JSON.parse(readFileSync(new URL("../../public/basemap/places.json", import.meta.url), "utf8"))),
      ),
    );
    const keystroke = await median(() => places.search("mosc", { language: "vi" }));
    const launchPoints = Array.from({ length: 1000 }, (_, index) =>
      pointJson(`p${index}`, [(index % 100) * 0.7 - 30, Math.floor(index / 100) * 3 + 30], SYSTEMS),
    );
    const many = { launchPoints, display: { bands: false } };
    const build = await median(() => parsedFigure(many), { once: true });
    const { figure, translate } = parsedFigure(many);
    let size = 0;
    const geojson = await median(() => (size = JSON.stringify(toGeoJson(figure, catalog, translate)).length), {
      once: true,
    });
    const scene = sceneOf({
      title: "Four",
      launchPoints: [pointJson("p1", [30.5234, 50.4501], SYSTEMS.slice(0, 4), "Kyiv")],
    });
    const svg = await median(() => toSvg(scene.figure, scene.options));
    return [
      against("a keystroke in the search", keystroke, 10),
      against("6,000 rings: figure and GeoJSON", build + geojson, 3000, `${(size / 1e6).toFixed(1)} MB`),
      against("SVG of Europe, warm", svg, 500),
    ];
  },
};
export default suite;
