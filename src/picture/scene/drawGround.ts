import type { Position } from "geojson";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import type { BasemapWorld } from "../../map/basemapWorld.ts";
import type { PathDetail, PathWriter } from "./pathData.ts";
import type { MapProjection, Size } from "./projection.ts";
import type { Group } from "./scene.ts";
import type { PathShape, Shape } from "./shapes.ts";

/** Fine enough to be invisible, coarse enough to keep the file of a map of Europe small. */
const DETAIL: PathDetail = { tolerance: 0.2, digits: 1 };

/** Rivers are drawn where a pixel is at most so many kilometres. */
const RIVERS_KM_PER_PX = 6;

/** Draws each country as a separate shape, so that a designer can colour it. */
function drawLand(world: BasemapWorld, { land }: BasemapPalette, writer: PathWriter): PathShape[] {
  return world.countries.flatMap(({ code, part, geometry }): PathShape[] => {
    const data = writer.polygons(geometry.coordinates, DETAIL);
    const name = `land-${code || "none"}${part === "main" ? "" : `-${part}`}`;
    return data === "" ? [] : [{ type: "path", data, name, fill: land }];
  });
}

function drawLines(
  id: string,
  lines: Position[][],
  style: Pick<PathShape, "stroke" | "width" | "dash">,
  writer: PathWriter,
): Group[] {
  const data = writer.lines(lines, DETAIL);
  return data === ""
    ? []
    : [{ id, items: [{ type: "path", data, name: `${id}-lines`, roundCap: !style.dash, ...style }] }];
}

/** Draws land, water, rivers, coasts and borders in two quiet tints, so that the colours belong to the rings. */
export function drawGround(
  world: BasemapWorld,
  palette: BasemapPalette,
  writer: PathWriter,
  { kmPerPx }: MapProjection,
): Group {
  const lakes = writer.polygons(world.lakes.coordinates, DETAIL);
  const rivers = kmPerPx <= RIVERS_KM_PER_PX ? world.rivers.flatMap(({ lines }) => lines) : [];
  const borders = (kind: string) =>
    world.borders.filter((border) => border.kind === kind).flatMap(({ lines }) => lines);
  return {
    id: "basemap",
    items: [
      { id: "land", items: drawLand(world, palette, writer) },
      ...(lakes === ""
        ? []
        : [
            {
              id: "lakes",
              items: [
                {
                  type: "path",
                  data: lakes,
                  name: "lake-areas",
                  fill: palette.water,
                  stroke: palette.coast,
                  width: 0.3,
                } as const,
              ],
            },
          ]),
      ...drawLines("rivers", rivers, { stroke: palette.river, width: 0.5 }, writer),
      ...drawLines("coast", world.coast, { stroke: palette.coast, width: 0.5 }, writer),
      ...drawLines("borders", borders("international"), { stroke: palette.border, width: 0.75 }, writer),
      ...drawLines("disputed", borders("disputed"), { stroke: palette.border, width: 0.75, dash: [2.5, 1.8] }, writer),
    ],
  };
}

/** The water, and the space around a globe or a map of the whole world. */
export function drawWater(projection: MapProjection, size: Size, palette: BasemapPalette): Shape[] {
  const { disc } = projection;
  const hasSpace =
    disc !== undefined &&
    Math.max(
      ...[0, size.width].flatMap((x) =>
        [0, size.height].map((y) => Math.hypot(x - disc.center[0], y - disc.center[1])),
      ),
    ) > disc.radius;
  const whole = { type: "rect", x: 0, y: 0, ...size } as const;
  if (!hasSpace) return [{ ...whole, fill: palette.water }];
  return [
    { ...whole, fill: palette.space },
    { type: "circle", x: disc.center[0], y: disc.center[1], radius: disc.radius, fill: palette.water },
  ];
}
