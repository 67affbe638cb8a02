import type { PathShape, Shape } from "../scene/shapes.ts";

function paintPath(context: CanvasRenderingContext2D, shape: PathShape): void {
  const path = new Path2D(shape.data);
  context.save();
  if (shape.fill) {
    context.globalAlpha = shape.fillOpacity ?? 1;
    context.fillStyle = shape.fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(path, "evenodd");
  }
  if (shape.stroke) {
    context.globalAlpha = shape.strokeOpacity ?? 1;
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width ?? 1;
    context.setLineDash(shape.dash ?? []);
    context.lineJoin = "round";
    context.stroke(path);
  }
  context.restore();
}

/** Draws map elements on a canvas whose units are the layout's pixels. */
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
    } else if (shape.type === "text") {
      context.font = `${shape.italic ? "italic " : ""}${shape.weight} ${shape.size}px ${fontFamily}`;
      context.fillStyle = shape.fill;
      context.textAlign = shape.align === "middle" ? "center" : (shape.align ?? "start");
      context.textBaseline = "alphabetic";
      context.fillText(shape.text, shape.x, shape.y);
    } else if (shape.type === "circle") {
      context.beginPath();
      context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
      context.fillStyle = shape.fill;
      context.fill();
      if (shape.stroke) {
        context.strokeStyle = shape.stroke;
        context.lineWidth = shape.strokeWidth ?? 1;
        context.stroke();
      }
    } else paintPath(context, shape);
  }
}
