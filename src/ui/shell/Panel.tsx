import "./panel.css";
import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { useTranslate } from "./AppContext.tsx";

const SIZES = ["peek", "half", "full"] as const;
type Size = (typeof SIZES)[number];

/** The fraction of the window's height for each size of the sheet; the style sheet has the same numbers. */
const SHARES: Record<Size, number> = { peek: 0.16, half: 0.48, full: 0.92 };

function nearestSize(share: number): Size {
  return SIZES.reduce((best, size) => (Math.abs(SHARES[size] - share) < Math.abs(SHARES[best] - share) ? size : best));
}

/** The panel beside the map; on a phone, a sheet over its lower part that is pulled up and down by its handle. */
export function Panel({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const [size, setSize] = useState<Size>("half");
  const [dragged, setDragged] = useState<number | null>(null);
  const start = useRef<{ y: number; share: number } | null>(null);

  const shareAt = (event: PointerEvent): number => {
    const from = start.current;
    return from
      ? Math.min(SHARES.full, Math.max(SHARES.peek, from.share + (from.y - event.clientY) / window.innerHeight))
      : SHARES[size];
  };
  return (
    <aside
      className="panel"
      data-size={size}
      data-dragging={dragged !== null || undefined}
      style={dragged === null ? undefined : { height: `${dragged * 100}dvh` }}
      aria-label={translate("panel")}
    >
      <div
        className="sheet-grip"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = { y: event.clientY, share: SHARES[size] };
        }}
        onPointerMove={(event) => {
          if (start.current && Math.abs(event.clientY - start.current.y) > 6) setDragged(shareAt(event));
        }}
        onPointerUp={(event) => {
          if (dragged !== null) setSize(nearestSize(shareAt(event)));
          start.current = null;
          setDragged(null);
        }}
        onPointerCancel={() => {
          start.current = null;
          setDragged(null);
        }}
      >
        <Button
          className="sheet-handle"
          aria-label={translate(size === "full" ? "sheet.lower" : "sheet.raise")}
          onPress={() => setSize(size === "peek" ? "half" : size === "half" ? "full" : "peek")}
        />
      </div>
      {children}
    </aside>
  );
}
