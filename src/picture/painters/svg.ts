import type { Figure } from "../../figure/figure.ts";
import { buildScene, type Scene, type SceneOptions } from "../scene/scene.ts";
import { attributes, type OutlineText, svgDocument, svgNumber, SvgWriter } from "./svgWriter.ts";
import { escapeXml } from "./xml.ts";

export interface SvgOptions extends SceneOptions {
  /** The text of a scenario file, embedded so that the app can open the picture again. */
  scenarioText?: string;
  /** Converts text to outlines, which look the same everywhere but cannot be edited as text. */
  outlineText?: OutlineText;
  /** CSS `@font-face` rules with embedded fonts. */
  fontFaces?: string;
}

/** The element that holds the scenario in the SVG's metadata. */
const SCENARIO_ELEMENT = "rr:scenario";
const SCENARIO_NAMESPACE = "https://range-rings.invalid/scenario";

function writeSvg(scene: Scene, options: SvgOptions): string {
  const [left, top, right, bottom] = scene.frame;
  const reserved = ["title", "description", "frame", "map", "ground", "basemap", "rings", "labels", "elements"];
  const writer = new SvgWriter(reserved, options.outlineText);
  const metadata =
    options.scenarioText === undefined
      ? ""
      : `<metadata><${SCENARIO_ELEMENT} xmlns:rr="${SCENARIO_NAMESPACE}">${escapeXml(options.scenarioText)}</${SCENARIO_ELEMENT}></metadata>\n`;
  const defs = `<defs><clipPath id="frame"><rect${attributes({ x: 0, y: 0, width: right - left, height: bottom - top })}/></clipPath>${options.fontFaces ? `<style>${escapeXml(options.fontFaces)}</style>` : ""}</defs>\n`;
  const body = [
    `<g id="map" transform="translate(${svgNumber(left)} ${svgNumber(top)})"><g clip-path="url(#frame)">\n`,
    `<g id="ground">\n${writer.items(scene.ground)}</g>\n`,
    writer.group(scene.basemap),
    writer.group(scene.rings),
    writer.group(scene.labels),
    "</g></g>\n",
    writer.group(scene.mapElements),
  ].join("");
  return svgDocument({ ...scene, metadata, defs, body });
}

/**
 * The figure as a vector SVG with groups `basemap`, `rings`, `labels` and `elements`. Needs no DOM, font or network, and returns the same
 * file in the browser and in Node.
 */
export async function toSvg(figure: Figure, options: SvgOptions): Promise<string> {
  return writeSvg(await buildScene(figure, options), options);
}
