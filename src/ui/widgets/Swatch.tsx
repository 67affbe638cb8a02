import "./swatch.css";
import type { DrawnSystem } from "../../marks/drawn.ts";
import { onDark } from "../../marks/palette.ts";
import { useTheme } from "../shell/useTheme.ts";

/** A stretch of the system's line as the map draws it: a double line for a defensive system. */
export function Swatch({ system }: { system: Pick<DrawnSystem, "color" | "role"> }) {
  const stroke = useTheme() === "dark" ? onDark(system.color) : system.color;
  return (
    <svg className="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true" focusable="false">
      {system.role === "defence" ? (
        <path d="M1 4h22M1 8h22" stroke={stroke} strokeWidth="1.8" />
      ) : (
        <path d="M1 6h22" stroke={stroke} strokeWidth="3" />
      )}
    </svg>
  );
}
