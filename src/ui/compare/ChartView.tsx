import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { wrapText } from "../../picture/scene/shapes.ts";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { ComparisonChart, ComparisonChartOptions } from "../../comparison/comparisonChart.ts";
import { CHART_INKS, type ChartShape } from "../../comparison/comparisonShapes.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { measureText } from "../widgets/measureText.ts";
import { useTheme } from "../shell/useTheme.ts";
import { usePrinting } from "./usePrinting.ts";

/** The width on paper, independent of the screen. */
const PRINT_WIDTH = 720;

function ShapeElement({ shape }: { shape: ChartShape }) {
  if (shape.type === "text") {
    return (
      <text
        x={shape.x}
        y={shape.y}
        fontSize={shape.size}
        fontWeight={shape.weight}
        fill={shape.fill}
        textAnchor={shape.align}
      >
        {shape.text}
      </text>
    );
  }
  if (shape.type === "line") {
    return (
      <polyline
        points={shape.points.map((point) => point.join()).join(" ")}
        fill="none"
        stroke={shape.stroke}
        strokeWidth={shape.width}
        strokeDasharray={shape.dash?.join(" ")}
      />
    );
  }
  const { type: _, radius, fill = "none", ...box } = shape;
  return <rect {...box} fill={fill} rx={radius} />;
}

/** The width of an element, now and whenever it changes. */
function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface ChartViewProps {
  /** Lays the chart out. The same function as long as its content is the same. */
  layout: (options: ComparisonChartOptions) => ComparisonChart;
  label: string;
  hint: string;
  /** Shows the words of the mark under the pointer or in focus below the chart. */
  hasReadout?: boolean;
  onSource: (target: SourceTarget) => void;
}

/** A chart to scale. It is one Tab stop; arrow keys move between its numbers. The table beside it has the same content as text. */
export function ChartView({ layout, label, hint, hasReadout = false, onSource }: ChartViewProps) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const printing = usePrinting();
  const theme = useTheme();
  const [ref, screenWidth] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const [active, setActive] = useState(0);
  const [readout, setReadout] = useState("");
  // Text can be measured correctly only after the page's fonts have loaded.
  const [fonts, setFonts] = useState(0);
  useEffect(() => {
    void Promise.all(["400 12px", "600 14px"].map((font) => document.fonts.load(`${font} "Noto Sans"`, "aяế"))).then(
      () => setFonts(1),
    );
  }, []);
  const width = printing ? PRINT_WIDTH : screenWidth;
  const dark = theme === "dark" && !printing;
  const chart = useMemo(
    () =>
      width > 0 && fonts >= 0
        ? layout({
            width,
            units,
            ink: CHART_INKS[dark ? "dark" : "light"],
            theme: dark ? "dark" : "light",
            measure: measureText,
            wrap: wrapText,
            translate,
          })
        : undefined,
    [layout, width, units, dark, translate, fonts],
  );
  const goTo = (index: number) => {
    setActive(index);
    svg.current?.querySelectorAll<SVGElement>(".chart-hit")[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number, target: SourceTarget) => {
    const last = (chart?.hits.length ?? 1) - 1;
    const step = STEPS[event.key];
    if (event.key === "Enter" || event.key === " ") onSource(target);
    else if (event.key === "Home" || event.key === "End") goTo(event.key === "Home" ? 0 : last);
    else if (step !== undefined) goTo(Math.max(0, Math.min(last, index + step)));
    else return;
    event.preventDefault();
  };
  const focused = Math.min(active, (chart?.hits.length ?? 1) - 1);
  return (
    <figure ref={ref} className="compare-chart" aria-label={label}>
      <figcaption className="visually-hidden">{hint}</figcaption>
      {chart && (
        <svg ref={svg} viewBox={`0 0 ${chart.width} ${chart.height}`} width={chart.width} height={chart.height}>
          <g aria-hidden="true">
            {chart.shapes.map((shape, index) => (
              // The whole list is redrawn each time, so a shape has no identity other than its index.
              // oxlint-disable-next-line react/no-array-index-key
              <ShapeElement key={index} shape={shape} />
            ))}
          </g>
          {chart.hits.map(({ x, y, width: wide, height, label: words, target }, index) => (
            <rect
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              className="chart-hit"
              x={x}
              y={y}
              width={wide}
              height={height}
              rx={3}
              // SVG has no button element.
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="button"
              tabIndex={index === focused ? 0 : -1}
              aria-label={words}
              onClick={() => onSource(target)}
              onPointerEnter={() => setReadout(words)}
              onFocus={() => {
                setActive(index);
                setReadout(words);
              }}
              onKeyDown={(event) => onKeyDown(event, index, target)}
            >
              {!hasReadout && <title>{words}</title>}
            </rect>
          ))}
        </svg>
      )}
      {/* The mark's accessible name says the same, so a screen reader would hear it twice. */}
      {hasReadout && (
        <p className="chart-readout" aria-hidden="true">
          {readout || hint}
        </p>
      )}
    </figure>
  );
}
