import { formatList } from "../i18n/lists.ts";
import { countryName } from "../i18n/countryNames.ts";
import type { HighlightItem } from "./drawn.ts";
import { itemId } from "./itemId.ts";
import type { Mark } from "./mark.ts";
import { outlineOf } from "./shapes/outlineOf.ts";
import { TINT_LOOKS } from "./tints.ts";

/** Countries in a quiet tint, with all of their parts. */
export const highlightMark: Mark<HighlightItem> = {
  kind: "highlight",
  labelRank: 9,

  build: ({ notes, countryOf, translate }) =>
    (notes.highlights ?? []).flatMap(({ id: highlight, countries, tint, highlightLabel = "" }) => {
      const { inks, opacity } = TINT_LOOKS[tint];
      return countries.flatMap((code): HighlightItem[] => {
        const shape = countryOf(code);
        if (!shape || shape.coordinates.length === 0) return [];
        const name = countryName(code, translate.language);
        const id = itemId("highlight", highlight, code);
        return [{ id, highlight, highlightLabel, tint, code, name, inks, opacity, shown: true, shape }];
      });
    }),

  features: ({ id, shape, inks, opacity }, { theme }) => [
    {
      source: "areas",
      id,
      geometry: shape,
      properties: { kind: "highlight", color: inks[theme].line, opacity: opacity[theme] },
    },
  ],

  // The layer of all areas draws them, under the others.
  layers: () => ({}),

  label: () => undefined,

  extent: ({ shape }) => ({
    places: [],
    area: { type: "Feature", properties: {}, geometry: shape },
    isBackground: true,
  }),

  legend(items, { translate }) {
    return [...new Set(items.map(({ highlight }) => highlight))].flatMap((highlight) => {
      const countries = items.filter((item) => item.highlight === highlight);
      const [first] = countries;
      if (!first) return [];
      const { inks, opacity, highlightLabel } = first;
      const list = formatList(
        translate.language,
        countries.map(({ name }) => name),
      );
      return [
        {
          id: itemId("highlight", highlight),
          kind: "highlight",
          swatch: { line: "fill", inks, fillOpacity: opacity },
          name: highlightLabel || translate("highlight.of", { list }),
          launchPoints: 0,
          // Without a label the user wants the countries tinted and not named.
          ...(highlightLabel === "" && { isOnMap: true as const }),
        },
      ];
    });
  },

  data: ({ id, name, code, highlightLabel, shape, inks, opacity }) => [
    {
      kind: "highlight",
      id,
      properties: { name, country: code, ...(highlightLabel !== "" && { layer: highlightLabel }) },
      geometry: () => shape,
      outlines: () => [outlineOf({ type: "Feature", properties: {}, geometry: shape })],
      style: { color: inks.light.line, width: 0.5, lineOpacity: 0, fillOpacity: opacity.light },
    },
  ],

  print: () => ({ weight: 1 }),
};
