import { isMerged } from "../scenario/isMerged.ts";
import type { LaunchGeometry } from "../scenario/scenario.ts";
import type { Band } from "./drawn.ts";
import type { Inks } from "./inks.ts";
import { itemId } from "./itemId.ts";
import { lineLayer, valueOf, whereKind } from "./mapLayers.ts";
import type { BuildContext, Mark } from "./mark.ts";
import { type BandShape, bandShapeOf, rangeShapeOf } from "./shapes/ringGeometry.ts";
import { ringInks } from "./rings.ts";
import { bandSource, systemProperties } from "./sourceWords.ts";

type BandFields = Omit<Band, keyof BandShape | "steps"> & { from: LaunchGeometry };

/** A band around a point. Its shapes are computed on first use, like a ring's. */
class DrawnBand implements Band {
  readonly id: string;
  readonly launchPoint: string;
  readonly system: Band["system"];
  readonly minRangeKm: number;
  readonly maxRangeKm: number;
  readonly openEnded: boolean;
  readonly bandCount: number;
  readonly inks: Inks;
  readonly shown: boolean;
  readonly from: LaunchGeometry;

  constructor({
    id,
    launchPoint,
    system,
    minRangeKm,
    maxRangeKm,
    openEnded,
    bandCount,
    inks,
    shown,
    from,
  }: BandFields) {
    this.id = id;
    this.launchPoint = launchPoint;
    this.system = system;
    this.minRangeKm = minRangeKm;
    this.maxRangeKm = maxRangeKm;
    this.openEnded = openEnded;
    this.bandCount = bandCount;
    this.inks = inks;
    this.shown = shown;
    this.from = from;
  }
  get area() {
    return shapeOf(this).area;
  }
  makeArea() {
    return shapeOf(this).makeArea();
  }
  get steps() {
    return (this.system.spread?.stepsKm ?? []).flatMap((km) => rangeShapeOf(this.from, km)?.area ?? []);
  }
  get innerOutline() {
    return shapeOf(this).innerOutline;
  }
  get outerOutline() {
    return shapeOf(this).outerOutline;
  }
}

function shapeOf({ id, from, minRangeKm, maxRangeKm }: DrawnBand): BandShape {
  const shape = bandShapeOf(from, minRangeKm, maxRangeKm);
  if (!shape) throw new Error(`band ${id} is round no point`);
  return shape;
}

/** The opacity of a band where every figure reaches. */
const DEEPEST_TINT = 0.26;
const RINGS_AT_FULL_TINT = 6;
const MOST_RINGS_FOR_LOWEST = 3;

/** The lines of a band. The outer one is left out if the source of the highest figure says "more than". */
const linesOf = (band: Band) => (band.openEnded ? [band.innerOutline] : [band.innerOutline, band.outerOutline]);

/** Whether bands are asked for, and around points of which system. Merged coverage shows no spread. */
const hasBands = ({ display, points }: BuildContext): boolean =>
  display.bands &&
  !isMerged(display) &&
  points.some(({ geometry, systems }) => geometry.type === "Point" && systems.some(({ spread }) => spread));

function buildBands(context: BuildContext): Band[] {
  if (!hasBands(context)) return [];
  return context.points.flatMap((point) => {
    const { id, geometry, systems } = point;
    const bandCount = systems.filter(({ spread }) => spread).length;
    return geometry.type !== "Point"
      ? []
      : systems.flatMap((system): Band[] => {
          if (!system.spread) return [];
          const { minKm, maxKm, openEnded } = system.spread;
          // "About 250 km" and "more than 250 km": the words say it, and there is nothing between the two to draw.
          if (minKm === maxKm) return [];
          return [
            new DrawnBand({
              id: itemId("band", id, system.key),
              launchPoint: id,
              system,
              minRangeKm: minKm,
              maxRangeKm: maxKm,
              openEnded,
              bandCount,
              inks: ringInks(point, system),
              shown: context.full,
              from: geometry,
            }),
          ];
        });
  });
}

/** The spread of published figures around a launch point, from the lowest to the highest. */
export const bandMark: Mark<Band> = {
  kind: "band",
  // The ring's label already names the system.
  labelRank: 9,

  build: (context) => (context.full ? buildBands(context) : []),
  buildOthers: (context) => (context.full ? [] : buildBands(context)),

  features(band, { theme, ringCount, cut }) {
    const { id, launchPoint, inks, steps } = band;
    const color = inks[theme].line;
    // However many figures there are, the tint where all of them reach is the same. Bands that overlap are lighter.
    const deepest = DEEPEST_TINT / band.bandCount ** 0.7 / Math.max(1, ringCount / RINGS_AT_FULL_TINT);
    const opacity = 1 - (1 - deepest) ** (1 / Math.max(1, steps.length));
    return [
      ...steps.map(
        (area, index) =>
          ({
            source: "areas",
            id: `${id}:${index}`,
            geometry: area.geometry,
            properties: { kind: "band", launchPoint, color, opacity },
          }) as const,
      ),
      // On a map of many rings the line of the lowest figure would be one line too many.
      ...(ringCount > MOST_RINGS_FOR_LOWEST
        ? []
        : ([
            {
              source: "outlines",
              id,
              geometry: cut(band.innerOutline),
              properties: { kind: "band", launchPoint, color, offset: 0 },
            },
          ] as const)),
    ];
  },

  layers: () => ({
    under: [
      lineLayer("band-lines", whereKind("band"), {
        "line-color": valueOf("color"),
        "line-width": 0.75,
        "line-opacity": 0.7,
      }),
    ],
  }),

  label: () => undefined,

  legend(_bands, context) {
    if (!hasBands(context)) return [];
    const name = context.translate(context.full ? "legend.band" : "legend.bandsLeft");
    return [{ id: "band", kind: "band", name, launchPoints: 0 }];
  },

  data(band, { catalog, translate, names }) {
    const { id, launchPoint, system } = band;
    const launchPointName = names.get(launchPoint) ?? launchPoint;
    return [
      {
        kind: "band",
        id,
        properties: {
          name: `${launchPointName}: ${[system.shortName, system.spreadText].filter(Boolean).join(", ")}`,
          system: system.ref,
          systemName: system.name,
          launchPoint,
          launchPointName,
          ...systemProperties(system),
          rangeKm: band.maxRangeKm,
          minRangeKm: band.minRangeKm,
          qualifier: band.openEnded ? "more-than" : "range",
          ...bandSource(band, catalog, translate),
        },
        geometry: () => band.makeArea().geometry,
        outlines: () => linesOf(band),
        style: { color: band.inks.light.line, width: 1.25, lineOpacity: 0.85, fillOpacity: 0.03 },
      },
    ];
  },

  print: () => ({ weight: 1 }),
};
