import { isMerged } from "../scenario/isMerged.ts";
import { RANGE_LINE_WIDTH, fillOpacity, fromFeature, lineLayer, valueOf, whereKind } from "./mapLayers.ts";
import type { DrawnSystem, Ring, PublishedSpread } from "./drawn.ts";
import { remarkInWords } from "./drawnSystem.ts";
import { type Inks, inksOf } from "./inks.ts";
import type { DirectLabel, LegendRow, MapFeature, Mark, SwatchStyle } from "./mark.ts";
import { systemSource, systemProperties } from "./sourceWords.ts";

const HAIRLINE_WIDTH = 1;

export const systemSwatch = (system: DrawnSystem, inks = system.inks): SwatchStyle => ({
  line: system.role === "defence" ? "double" : "single",
  inks,
  printWeight: system.printWeight,
});

/** The content of a system's legend row, wherever its figures are shown. */
export const systemRow = (system: DrawnSystem, translate: Parameters<typeof remarkInWords>[1]) => {
  const remark = remarkInWords(system, translate);
  return {
    kind: "ring",
    name: system.shortName,
    ...(remark !== undefined && { remark }),
    range: system.rangeText,
    ...(system.spreadText !== undefined && { spread: system.spreadText }),
    system,
  } as const;
};

/** Whether a system's lines are double. */
export const isDouble = ({ role }: DrawnSystem, doubleLines: boolean): boolean => doubleLines && role === "defence";

/** Rings of one system in one colour share a label. */
export const ringGroupOf = ({ ref }: DrawnSystem, { light }: Inks): string => `${ref} ${light.line}`;

/** How a picture names a system's rings. The ranges of one system against several classes of target share its name. */
export const directLabel = (system: DrawnSystem, inks: Inks): DirectLabel => ({
  group: ringGroupOf(system, inks),
  name: system.shortName,
  value: system.valueText,
  remarks: system.remarks,
  sourceIds: system.sourceIds,
});

/** Whether a spread has two ends, between which a band is drawn. */
const hasWidth = (spread: PublishedSpread | undefined): boolean => spread !== undefined && spread.minKm < spread.maxKm;

/** The ring of a headline figure around a launch point. */
export const ringMark: Mark<Ring> = {
  kind: "ring",
  labelRank: 2,
  build({ rings, display }) {
    const hasBands = display.bands && !isMerged(display);
    for (const ring of rings) ring.filled = !(hasBands && hasWidth(ring.system.spread));
    return [...rings];
  },
  buildOthers: ({ makeOtherRings }) => [...makeOtherRings()],

  features(ring, { theme, ringCount, full, cut, doubleLines }) {
    const { id, launchPoint, inks, offset, system } = ring;
    const color = inks[theme].line;
    const line = {
      kind: "ring",
      launchPoint,
      color,
      double: isDouble(system, doubleLines),
      full,
      offset: offset * (RANGE_LINE_WIDTH + 0.75),
    };
    const features: MapFeature[] = [
      { source: "outlines", id, geometry: cut(ring.coarseOutline ?? ring.outline), properties: line },
    ];
    const inner = ring.coarseOutline ? undefined : ring.innerOutline;
    if (inner)
      features.push({
        source: "outlines",
        id: `${id}:min`,
        geometry: cut(inner),
        properties: { ...line, kind: "inner" },
      });
    if (full && ring.filled)
      features.push({
        source: "areas",
        id,
        geometry: ring.area.geometry,
        properties: { kind: "ring", launchPoint, color, opacity: fillOpacity(ringCount) },
      });
    return features;
  },

  layers: ({ casing }) => ({
    under: [
      lineLayer("ring-casing", ["all", whereKind("ring"), ["==", valueOf("full"), true]], {
        "line-color": fromFeature(casing),
        "line-width": fromFeature(RANGE_LINE_WIDTH + 2),
        "line-opacity": 0.7,
        "line-offset": valueOf("offset"),
      }),
      lineLayer("ring-inner", whereKind("inner"), {
        "line-color": valueOf("color"),
        "line-width": fromFeature(1.25),
        "line-offset": valueOf("offset"),
      }),
      lineLayer("ring-lines", whereKind("ring"), {
        "line-color": valueOf("color"),
        "line-width": [
          "case",
          ["!", valueOf("full")],
          HAIRLINE_WIDTH,
          ["==", valueOf("double"), true],
          RANGE_LINE_WIDTH * 2,
          RANGE_LINE_WIDTH,
        ],
        "line-offset": valueOf("offset"),
      }),
      // A defensive system's ring is a double line, so that it can be distinguished without colour.
      lineLayer(
        "ring-defence",
        ["all", whereKind("ring"), ["==", valueOf("double"), true], ["==", valueOf("full"), true]],
        {
          "line-color": fromFeature(casing),
          "line-width": fromFeature(RANGE_LINE_WIDTH * 0.75),
          "line-offset": valueOf("offset"),
        },
      ),
    ],
  }),

  label: ({ system, labelSpots: spots, inks }) => ({
    kind: "pill",
    text: system.label,
    role: system.role,
    spots,
    direct: directLabel(system, inks),
  }),

  legend(_rings, { points, crowded, translate }) {
    const counts = new Map<DrawnSystem, number>();
    const own = new Map<DrawnSystem, Map<string, string[]>>();
    // Launch points with the same systems share one list of them, so that six hundred thousand rings need not be counted one by one.
    const sameSystems = new Map<DrawnSystem[], number>();
    for (const point of points) {
      sameSystems.set(point.systems, (sameSystems.get(point.systems) ?? 0) + 1);
      if (point.ownColor === undefined) continue;
      for (const system of point.systems) {
        const byColor = own.get(system) ?? new Map<string, string[]>();
        const names = byColor.get(point.ownColor);
        if (names) names.push(point.name);
        else own.set(system, byColor.set(point.ownColor, [point.name]));
      }
    }
    for (const [systems, count] of sameSystems)
      for (const system of systems) counts.set(system, (counts.get(system) ?? 0) + count);
    const rows = [...counts].map(([system, launchPoints]): LegendRow[] => {
      const row = { ...systemRow(system, translate), launchPoints };
      const ownColors = [...(own.get(system) ?? [])];
      const coloured = ownColors.reduce((sum, [, names]) => sum + names.length, 0);
      const plain = { ...row, id: system.key, swatch: systemSwatch(system), launchPoints: launchPoints - coloured };
      if (coloured === 0) return [plain];
      // A launch point with its own colour gets a separate row that names it.
      return [
        ...(coloured < launchPoints ? [plain] : []),
        ...ownColors.map(([color, names]) => ({
          ...row,
          id: `${system.key} ${color}`,
          swatch: systemSwatch(system, inksOf(color)),
          launchPoints: names.length,
          from: names,
        })),
      ];
    });
    const notes: LegendRow[] = [
      ...([...counts.keys()].some((system) => system.role === "defence")
        ? [{ id: "defence", kind: "ring", name: translate("legend.defence"), launchPoints: 0 } as const]
        : []),
      ...(crowded
        ? [{ id: "crowded", kind: "ring", name: translate("legend.crowded"), launchPoints: 0 } as const]
        : []),
    ];
    return [...rows.flat().sort(byRange), ...notes];
  },

  data(ring, { catalog, translate, names }) {
    const { id, launchPoint, system } = ring;
    const launchPointName = names.get(launchPoint) ?? launchPoint;
    return [
      {
        kind: "ring",
        id,
        properties: {
          name: `${launchPointName}: ${system.label}`,
          system: system.ref,
          systemName: system.name,
          launchPoint,
          launchPointName,
          ...systemProperties(system),
          rangeKm: ring.rangeKm,
          ...(ring.minRangeKm !== undefined && { minRangeKm: ring.minRangeKm }),
          qualifier: system.qualifier,
          ...systemSource(system, catalog, translate),
        },
        geometry: () => ring.makeArea().geometry,
        outlines: () => (ring.innerOutline ? [ring.outline, ring.innerOutline] : [ring.outline]),
        style: { color: ring.inks.light.line, width: RANGE_LINE_WIDTH, lineOpacity: 1, fillOpacity: 0.075 },
      },
    ];
  },

  print: ({ system }) => ({ weight: system.printWeight }),
};

/** Sorts legend rows, longest range first. */
function byRange({ system: a, name: nameA }: LegendRow, { system: b, name: nameB }: LegendRow): number {
  return (b?.rangeKm.max ?? 0) - (a?.rangeKm.max ?? 0) || nameA.localeCompare(nameB);
}
