import { formatLength } from "../i18n/numbers.ts";
import type { TreatyRing } from "./drawn.ts";
import { inksOf } from "./inks.ts";
import { itemId } from "./itemId.ts";
import { lineLayer, valueOf, whereKind } from "./mapLayers.ts";
import type { BuildContext, Mark } from "./mark.ts";
import { rangeShapeOf } from "./shapes/ringGeometry.ts";
import { sourceLines } from "./sourceWords.ts";

/** Grey, because a treaty's distance belongs to no system. */
const INKS = inksOf("#5b5f66");
const WIDTH = 1.5;

function buildTreatyRings({ catalog, display, points, translate, crowded }: BuildContext): TreatyRing[] {
  const treaties = catalog.referenceDistances.filter((treaty) => display.treaties?.includes(treaty.id));
  const named = new Set<string>();
  return points.flatMap((point) =>
    treaties.flatMap((treaty) =>
      [treaty.from.km, ...(treaty.to ? [treaty.to.km] : [])].flatMap((rangeKm): TreatyRing[] => {
        const shape = rangeShapeOf(point.geometry, rangeKm);
        if (!shape) return [];
        const label = `${treaty.names[translate.language]} ${formatLength(translate.language, rangeKm, display.units)}`;
        const labelled = !named.has(label);
        named.add(label);
        return [
          {
            id: itemId("treaty", point.id, treaty.id, rangeKm),
            launchPoint: point.id,
            treaty: treaty.id,
            rangeKm,
            label,
            labelled,
            inks: INKS,
            shown: !crowded,
            makeArea: shape.makeArea,
            outline: shape.outline,
            get labelSpots() {
              return shape.labelSpots;
            },
          },
        ];
      }),
    ),
  );
}

/** The distances of a public treaty around a launch point, drawn for comparison. */
export const treatyMark: Mark<TreatyRing> = {
  kind: "treaty",
  labelRank: 3,

  build: (context) => (context.crowded ? [] : buildTreatyRings(context)),
  buildOthers: (context) => (context.crowded ? buildTreatyRings(context) : []),

  features: ({ id, launchPoint, outline, inks }, { theme, cut }) => [
    {
      source: "outlines",
      id,
      geometry: cut(outline),
      properties: { kind: "treaty", launchPoint, color: inks[theme].line, offset: 0 },
    },
  ],

  layers: () => ({
    under: [
      lineLayer("treaty-lines", whereKind("treaty"), {
        "line-color": valueOf("color"),
        "line-width": WIDTH,
        "line-dasharray": [1, 2],
      }),
    ],
  }),

  label: ({ labelled, label, labelSpots, treaty, rangeKm }) =>
    labelled
      ? {
          kind: "pill",
          text: label,
          role: "defence",
          spots: labelSpots,
          direct: { group: `treaty ${treaty} ${rangeKm}`, name: label, remarks: [], sourceIds: [] },
        }
      : undefined,

  legend: (rings, { catalog, translate, crowded, display }) =>
    catalog.referenceDistances.flatMap((treaty) => {
      if (crowded && display.treaties?.includes(treaty.id)) {
        const name = translate("legend.treatyLeft", { name: treaty.names[translate.language] });
        return [{ id: treaty.id, kind: "treaty" as const, name, launchPoints: 0 }];
      }
      const drawn = rings.filter((ring) => ring.treaty === treaty.id);
      if (drawn.length === 0) return [];
      const launchPoints = new Set(drawn.map((ring) => ring.launchPoint)).size;
      const name = `${treaty.names[translate.language]}: ${treaty.definition[translate.language]}`;
      return [{ id: treaty.id, kind: "treaty", swatch: { line: "dotted", inks: INKS }, name, launchPoints }];
    }),

  data({ id, launchPoint, treaty: treatyId, rangeKm, label, makeArea, outline }, { catalog, translate, names }) {
    const treaty = catalog.referenceDistances.find((item) => item.id === treatyId);
    const launchPointName = names.get(launchPoint) ?? launchPoint;
    return [
      {
        kind: "treaty",
        id,
        properties: {
          name: `${launchPointName}: ${label}`,
          launchPoint,
          launchPointName,
          rangeKm,
          source: [treaty?.caveat[translate.language], ...sourceLines(treaty?.sources ?? [], catalog, translate)]
            .filter(Boolean)
            .join(" "),
        },
        geometry: () => makeArea().geometry,
        outlines: () => [outline],
        style: { color: INKS.light.line, width: WIDTH, lineOpacity: 1, fillOpacity: 0 },
      },
    ];
  },

  print: () => ({ weight: 1 }),
};
