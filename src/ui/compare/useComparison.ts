import { useMemo } from "react";
import { choicesOf } from "../../catalog/lookups.ts";
import { buildComparison, type ComparisonRow } from "../../comparison/comparison.ts";
import { createSystemLookup } from "../../marks/drawnSystem.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";

/**
 * What is compared: the systems on the map, or everything that could be there.
 *
 * @param all every system of the catalog with its variants, and the user's own
 */
export function useComparison(all: boolean): ComparisonRow[] {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const display = useAppState((state) => state.content.display);
  const customSystems = useAppState((state) => state.content.customSystems);
  const onMap = useFigureState((state) => state.figure.systems);
  return useMemo(() => {
    const context = { display, translate };
    if (!all) return buildComparison(catalog, onMap, context);
    const lookup = createSystemLookup(catalog, customSystems, context);
    const refs = [...choicesOf(catalog), ...customSystems].map((choice) => choice.id);
    return buildComparison(catalog, refs.flatMap(lookup), context);
  }, [all, catalog, customSystems, display, onMap, translate]);
}
