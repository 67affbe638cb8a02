import type { Shape } from "./shapes.ts";

/** Draws furniture on a canvas whose units are the layout's pixels. */
export function paintShapes(context: CanvasRenderingContext2D, shapes: Shape[], fontFamily: string): void {
  for (const shape of shapes) {
    if (shape.type === "rect") {
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
      if (shape.fill) {
        context.fillStyle = shape.fill;
        context.fill();
      }
      if (shape.stroke) {
        context.strokeStyle = shape.stroke;
        context.lineWidth = shape.strokeWidth ?? 1;
        context.stroke();
      }
    } else if (shape.type === "line") {
      if (shape.width === 0) continue;
      context.beginPath();
      for (const [x, y] of shape.points) context.lineTo(x, y);
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      context.setLineDash(shape.dash ?? []);
      context.stroke();
      context.setLineDash([]);
    } else {
      context.font = `${shape.weight} ${shape.size}px ${fontFamily}`;
      context.fillStyle = shape.fill;
      context.textAlign = shape.align === "middle" ? "center" : (shape.align ?? "start");
      context.textBaseline = "alphabetic";
      context.fillText(shape.text, shape.x, shape.y);
    }
  }
}
