import type { Translate } from "../i18n/messages.ts";
import type { DrawnSystem, FigureLaunchPoint } from "./figure.ts";

/** Names in a list as the language writes one: `Kyiv, Odesa and Lviv`. */
export function listInWords(names: string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(names);
}

/** More names than this are counted, not listed. */
const NAMES_IN_FULL = 4;

/**
 * A plain-language description of what the figure shows: the caption where the user wrote none, and the alternative text of the picture.
 * It names each system with its range and says that the launch points are illustrative.
 */
export function buildCaption(points: FigureLaunchPoint[], systems: DrawnSystem[], translate: Translate): string {
  if (points.length === 0 || systems.length === 0) return "";
  const { language } = translate;
  const where =
    points.length <= NAMES_IN_FULL
      ? listInWords(points.map((point) => point.name), language)
      : translate("caption.points", { count: points.length });
  const ranges = listInWords(systems.map((system) => `${system.shortName} (${system.rangeText})`), language);
  return translate("caption.ranges", { where, ranges, count: systems.length });
}
