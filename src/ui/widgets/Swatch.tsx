import "./swatch.css";
import type { SwatchStyle } from "../../marks/mark.ts";
import { useTheme } from "../shell/useTheme.ts";

/** Lines of each style, in a box of 24 by 12. */
const LINES: Record<SwatchStyle["line"], { d: string; width: number; dash?: string }> = {
  single: { d: "M1 6h22", width: 3 },
  double: { d: "M1 4h22M1 8h22", width: 1.8 },
  dashed: { d: "M1 6h22", width: 1.5, dash: "5 4" },
  dotted: { d: "M1 6h22", width: 1.5, dash: "1.5 3" },
  "dash-dotted": { d: "M1 6h22", width: 1.5, dash: "9 3 1.5 3" },
  fill: { d: "M1 2h22v8h-22z", width: 1 },
};

/** A sample of a line as the map draws it, double for a defensive system. */
export function Swatch({ swatch: { line, inks, fillOpacity } }: { swatch: SwatchStyle }) {
  const theme = useTheme();
  const color = inks[theme].line;
  const { d, width, dash } = LINES[line];
  return (
    <svg className="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true" focusable="false">
      <path
        d={d}
        stroke={color}
        strokeWidth={width}
        strokeDasharray={dash}
        fill={line === "fill" ? color : "none"}
        fillOpacity={fillOpacity?.[theme] ?? 0.2}
      />
    </svg>
  );
}
