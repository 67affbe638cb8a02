import type { Area, Coverage, DrawnLaunchPoint, DrawnSystem, LabelSpot, LngLat, Outline } from "./drawn.ts";
import type { Inks } from "./inks.ts";
import { itemId } from "./itemId.ts";
import { RANGE_LINE_WIDTH } from "./mapLayers.ts";
import type { MapFeature, Mark } from "./mark.ts";
import { directLabel, isDouble } from "./ring.ts";
import { ringInks } from "./rings.ts";
import type { MergedShape } from "./shapes/MergedShape.ts";
import { areaShapeOf, type RangeShape, rangeShapeOf } from "./shapes/ringGeometry.ts";
import type { ShapeSource } from "./shapes/shapeSource.ts";
import { systemSource, systemProperties } from "./sourceWords.ts";

/** With more launch points than this, labels stand anywhere on the longest border instead of at the best bearing of a ring. */
const RINGS_FOR_LABELS = 60;
const EARTH_RADIUS_KM = 6371;

/** Distance on a sphere, precise enough to find whether a label's position lies inside another ring. */
function roughKm([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lngB - lngA) * rad) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A launch point within whose range of a system some of the merged area lies. */
interface Member {
  point: DrawnLaunchPoint;
  rangeKm: number;
}

const shapeOf = ({ point, rangeKm }: Member, shapes: ShapeSource): RangeShape | undefined =>
  rangeShapeOf(point.geometry, rangeKm) ?? (point.shape && areaShapeOf(point.shape, rangeKm, shapes));

/** Positions on the border of the union: those on one ring that lie inside no other ring. */
function outerSpots(members: readonly Member[], shapes: ShapeSource): LabelSpot[] {
  return members.flatMap((member) =>
    (shapeOf(member, shapes)?.labelSpots ?? []).filter(
      (spot) =>
        !members.some(
          (other) =>
            other !== member &&
            other.point.geometry.type === "Point" &&
            roughKm(other.point.geometry.coordinates, spot.lngLat) < other.rangeKm * 0.995,
        ),
    ),
  );
}

/** The visible launch points of each system, longest range first. */
function membersOf(points: readonly DrawnLaunchPoint[]): Map<DrawnSystem, Member[]> {
  const bySystem = new Map<DrawnSystem, Member[]>();
  for (const point of points) {
    for (const system of point.systems) {
      const member = { point, rangeKm: system.rangeKm.max };
      const known = bySystem.get(system);
      if (known) known.push(member);
      else bySystem.set(system, [member]);
    }
  }
  return new Map([...bySystem].sort(([a], [b]) => b.rangeKm.max - a.rangeKm.max));
}

/** The merged area of several launch points; undefined while it, or what it is made of, is still being computed. */
function mergeMembers(members: readonly Member[], atLeast: number, shapes: ShapeSource): MergedShape | undefined {
  const circles: number[] = [];
  const areas: Area[] = [];
  for (const member of members) {
    const { geometry } = member.point;
    if (geometry.type === "Point") circles.push(geometry.coordinates[0], geometry.coordinates[1], member.rangeKm);
    else {
      const shape = shapeOf(member, shapes);
      if (shape) areas.push(shape.area);
    }
  }
  return circles.length + areas.length === 0
    ? undefined
    : shapes.merge({ circles: Float64Array.from(circles), areas, atLeast });
}

/** A merged area. Its geometry is made on first use, because that of ten thousand rings takes seconds. */
class DrawnCoverage implements Coverage {
  readonly id: string;
  readonly shown = true;
  readonly rangeKm: number;
  readonly launchPoints: number;
  readonly system: DrawnSystem;
  readonly inks: Inks;
  readonly atLeast: number;
  readonly merged: MergedShape | undefined;
  readonly #members: readonly Member[];
  readonly #shapes: ShapeSource;

  constructor(
    { system, inks, atLeast, merged }: Pick<DrawnCoverage, "system" | "inks" | "atLeast" | "merged">,
    members: readonly Member[],
    shapes: ShapeSource,
  ) {
    this.id = itemId("coverage", system.key, atLeast);
    this.system = system;
    this.inks = inks;
    this.atLeast = atLeast;
    this.merged = merged;
    this.rangeKm = system.rangeKm.max;
    this.launchPoints = members.length;
    this.#members = members;
    this.#shapes = shapes;
  }
  /** The shape of a system's only launch point, which needs no merging. */
  get #single(): RangeShape {
    const [only] = this.#members;
    const shape = only && shapeOf(only, this.#shapes);
    if (!shape) throw new Error(`coverage ${this.id} has no shape`);
    return shape;
  }
  get area(): Area {
    return this.merged ? this.merged.area : this.#single.area;
  }
  get outline(): Outline {
    return this.merged ? this.merged.outline : this.#single.outline;
  }
  get labelSpots(): LabelSpot[] {
    if (this.atLeast > 1) return [];
    return this.merged && this.#members.length > RINGS_FOR_LABELS
      ? this.merged.labelSpots
      : outerSpots(this.#members, this.#shapes);
  }
}

/** The union of each system's areas and, if requested, the area within range of at least `reachedFrom` launch points. Those being computed are missing. */
export function buildCoverage(
  points: readonly DrawnLaunchPoint[],
  reachedFrom: number | undefined,
  shapes: ShapeSource,
): Coverage[] {
  return [...membersOf(points)].flatMap(([system, all]) => {
    const members = all.filter((member) => shapeOf(member, shapes));
    const [first] = members;
    if (!first) return [];
    const levels = reachedFrom !== undefined && reachedFrom <= members.length ? [1, reachedFrom] : [1];
    // If all its launch points share a colour, coverage has that colour; otherwise the system's.
    const firstInks = ringInks(first.point, system);
    const inks = members.every(({ point }) => ringInks(point, system) === firstInks) ? firstInks : system.inks;
    return levels.flatMap((atLeast): Coverage[] => {
      const merged = members.length === 1 ? undefined : mergeMembers(members, atLeast, shapes);
      if (members.length > 1 && (!merged || merged.isEmpty)) return [];
      return [new DrawnCoverage({ system, inks, atLeast, merged }, members, shapes)];
    });
  });
}

/** The merged area of a system's rings, which replaces them and, if requested, the part within range of several launch points. */
export const coverageMark: Mark<Coverage> = {
  kind: "coverage",
  labelRank: 1,
  build: ({ coverage }) => [...coverage],

  features(coverage, { theme, full, cut, doubleLines }): MapFeature[] {
    const { id, system, atLeast, inks, merged } = coverage;
    const color = inks[theme].line;
    const isPart = atLeast > 1;
    const fills = merged ? merged.fills : [coverage.area.geometry];
    const lines = merged ? merged.lines : [coverage.outline];
    const pieceId = (piece: number) => (piece === 0 ? id : `${id}:${piece}`);
    return [
      ...fills.map((geometry, piece): MapFeature => ({
        source: "areas",
        id: pieceId(piece),
        geometry,
        properties: { kind: "coverage", color, opacity: isPart ? 0.16 : 0.1 },
      })),
      ...lines.map((line, piece): MapFeature => ({
        source: "outlines",
        id: pieceId(piece),
        geometry: cut(line),
        properties: { kind: isPart ? "inner" : "ring", color, double: isDouble(system, doubleLines), full, offset: 0 },
      })),
    ];
  },

  // The layers of rings draw it too.
  layers: () => ({}),

  label: ({ system, labelSpots: spots, atLeast, inks }) =>
    atLeast > 1
      ? undefined
      : { kind: "pill", text: system.label, role: system.role, spots, direct: directLabel(system, inks) },

  // Rings already add the rows of systems, so only the darker part needs explaining, and that rings stand for what was asked for.
  legend(areas, { translate, tooLargeToMerge }) {
    if (tooLargeToMerge)
      return [{ id: "mergeLeft", kind: "coverage", name: translate("legend.mergeLeft"), launchPoints: 0 }];
    const [first, ...others] = areas.filter(({ atLeast }) => atLeast > 1);
    if (!first) return [];
    const name = translate("legend.reachedFrom", { count: first.atLeast });
    const oneColor = others.every((other) => other.inks === first.inks);
    return [
      {
        id: "reachedFrom",
        kind: "coverage",
        name,
        launchPoints: first.launchPoints,
        ...(oneColor && { swatch: { line: "fill", inks: first.inks } }),
      },
    ];
  },

  data(coverage, { catalog, translate }) {
    const { id, system, atLeast, inks } = coverage;
    const name = translate("data.reachedFrom", { name: system.label, count: atLeast });
    return [
      {
        kind: "coverage",
        id,
        properties: {
          name,
          system: system.ref,
          systemName: system.name,
          ...systemProperties(system),
          rangeKm: system.rangeKm.max,
          ...(system.rangeKm.min < system.rangeKm.max && { minRangeKm: system.rangeKm.min }),
          qualifier: system.qualifier,
          ...systemSource(system, catalog, translate),
          atLeast,
        },
        geometry: () => coverage.area.geometry,
        outlines: () => [coverage.outline],
        style: { color: inks.light.line, width: RANGE_LINE_WIDTH, lineOpacity: 1, fillOpacity: 0.1 },
      },
    ];
  },

  print: ({ system }) => ({ weight: system.printWeight }),
};
