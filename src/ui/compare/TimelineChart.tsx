import { useCallback } from "react";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { ComparisonChartOptions } from "../../comparison/comparisonChart.ts";
import type { Timeline } from "../../comparison/timeline.ts";
import { layoutTimelineChart } from "../../comparison/timelineChart.ts";
import { unitSymbol } from "../../i18n/numbers.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { ChartView } from "./ChartView.tsx";

interface TimelineChartProps {
  /** At least one. */
  timelines: Timeline[];
  onSource: (target: SourceTarget) => void;
}

/** The published figures over time. What was printed, and who says so, is read below the chart on hover and focus. */
export function TimelineChart({ timelines, onSource }: TimelineChartProps) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const layout = useCallback((options: ComparisonChartOptions) => layoutTimelineChart(timelines, options), [timelines]);
  return (
    <>
      <ChartView
        layout={layout}
        label={translate("timeline.label", { unit: unitSymbol(translate.language, units) })}
        hint={translate("timeline.hint")}
        hasReadout
        onSource={onSource}
      />
      <p className="hint">{translate("timeline.scales")}</p>
    </>
  );
}
