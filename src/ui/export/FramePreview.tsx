import { useEffect, useRef, useState } from "react";
import { useTranslate } from "../shell/AppContext.tsx";

/** Zoom levels per pixel of wheel movement. */
const WHEEL_ZOOM = 1 / 400;

interface FramePreviewProps {
  /** The URL of the preview; null until the first one is drawn. */
  preview: string | null;
  busy: boolean;
  /** Moves the frame by fractions of the picture's width and returns whether it moved; absent if there is no frame to move. */
  onMove?: ((right: number, down: number) => boolean) | undefined;
  onZoom: (levels: number) => void;
}

/** The preview of the picture. Dragging moves its frame and the wheel zooms it, as do the buttons below. */
export function FramePreview({ preview, busy, onMove, onZoom }: FramePreviewProps) {
  const translate = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  // The preview stays where it was dragged until it is redrawn, so the offset belongs to one preview.
  const [dragged, setDragged] = useState<{ of: string | null; x: number; y: number }>({ of: null, x: 0, y: 0 });
  const { x, y } = dragged.of === preview ? dragged : { x: 0, y: 0 };
  const movable = onMove !== undefined && preview !== null;

  const zoom = useRef(onZoom);
  useEffect(() => {
    zoom.current = onZoom;
  });
  useEffect(() => {
    const element = box.current;
    if (!element || !movable) return;
    // React's wheel listener is passive and cannot prevent scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      zoom.current(-event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1) * WHEEL_ZOOM);
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [movable]);

  const drop = () => {
    start.current = null;
    const { naturalWidth, naturalHeight, clientWidth, clientHeight } = image.current ?? {
      naturalWidth: 0,
      naturalHeight: 0,
      clientWidth: 0,
      clientHeight: 0,
    };
    const shown = naturalWidth * Math.min(clientWidth / naturalWidth, clientHeight / naturalHeight);
    // At an edge of the world nothing moves, so no new preview will replace this one.
    if (shown > 0 && (x !== 0 || y !== 0) && !onMove?.(-x / shown, -y / shown)) setDragged({ of: null, x: 0, y: 0 });
  };

  return (
    <div
      ref={box}
      className="preview"
      aria-busy={busy}
      data-movable={movable || undefined}
      onPointerDown={(event) => {
        if (!movable || event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX - x, y: event.clientY - y };
      }}
      onPointerMove={({ clientX, clientY }) =>
        start.current && setDragged({ of: preview, x: clientX - start.current.x, y: clientY - start.current.y })
      }
      onPointerUp={() => start.current && drop()}
      onPointerCancel={() => {
        start.current = null;
        setDragged({ of: null, x: 0, y: 0 });
      }}
    >
      {preview !== null && (
        <img
          ref={image}
          src={preview}
          alt={translate("export.preview")}
          draggable={false}
          data-stale={busy || undefined}
          style={{ translate: `${x}px ${y}px` }}
        />
      )}
      {busy && <p className="preview-busy">{translate("export.drawing")}</p>}
    </div>
  );
}
