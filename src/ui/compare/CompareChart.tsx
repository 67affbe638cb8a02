import { useCallback } from "react";
import type { ReferenceDistance } from "../../catalog/catalog.ts";
import type { ComparisonRow, SourceTarget } from "../../comparison/comparison.ts";
import { type ComparisonChartOptions, layoutComparisonChart } from "../../comparison/comparisonChart.ts";
import { unitSymbol } from "../../i18n/numbers.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { ChartView } from "./ChartView.tsx";

interface CompareChartProps {
  /** At least one. */
  rows: ComparisonRow[];
  references: ReferenceDistance[];
  onSource: (target: SourceTarget) => void;
}

/** The range chart. */
export function CompareChart({ rows, references, onSource }: CompareChartProps) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const layout = useCallback(
    (options: ComparisonChartOptions) => layoutComparisonChart(rows, references, options),
    [rows, references],
  );
  return (
    <ChartView
      layout={layout}
      label={translate("chart.label", { unit: unitSymbol(translate.language, units) })}
      hint={translate("compare.chartHint")}
      onSource={onSource}
    />
  );
}
