import type { Translate } from "../i18n/messages.ts";
import { formatList } from "../i18n/lists.ts";
import { formatLengthRange, type LengthUnit } from "../i18n/numbers.ts";
import { nameWith, targetInWords } from "../marks/drawnSystem.ts";
import type { DrawnLaunchPoint, DrawnSystem } from "../marks/drawn.ts";

/** If there are more names than this, only their number is given. */
const NAMES_IN_FULL = 4;
/** If there are more groups of launch points with different systems than this, they are described as one. */
const GROUPS_IN_FULL = 3;

const isPoint = ({ geometry }: DrawnLaunchPoint): boolean => geometry.type === "Point";

/** `Kyiv`, `anywhere in Ukraine`, `anywhere along the coast`. */
function placeInWords(point: DrawnLaunchPoint, translate: Translate): string {
  const { geometry, name } = point;
  if (geometry.type === "Point") return name;
  return translate(geometry.type === "LineString" ? "caption.anywhereAlong" : "caption.anywhereIn", { name });
}

/** Lists a few launch points by name and counts many. Areas and points are worded differently. */
function whereInWords(points: DrawnLaunchPoint[], translate: Translate): string {
  if (points.length <= NAMES_IN_FULL)
    return formatList(
      translate.language,
      points.map((point) => placeInWords(point, translate)),
    );
  const spots = points.filter(isPoint);
  const areas = points.filter((point) => !isPoint(point));
  const counted = spots.length > 0 ? [translate("caption.points", { count: spots.length })] : [];
  const named =
    areas.length > NAMES_IN_FULL
      ? [translate("caption.areas", { count: areas.length })]
      : areas.map((area) => placeInWords(area, translate));
  return formatList(translate.language, [...counted, ...named]);
}

function rangesInWords(systems: DrawnSystem[], translate: Translate): string {
  const ranges = systems.map((system) => {
    if (system.custom) return translate("caption.own", { name: system.shortName, range: system.rangeText });
    const target = targetInWords(system, translate);
    return nameWith(system, [system.rangeText, ...(target === undefined ? [] : [target])]);
  });
  return formatList(translate.language, ranges);
}

/** Groups launch points with the same systems, in the order of each group's first launch point. */
function groupBySystems(points: DrawnLaunchPoint[]): DrawnLaunchPoint[][] {
  const groups = new Map<string, DrawnLaunchPoint[]>();
  // Launch points with one list of systems have one key, which is made once.
  const keys = new Map<DrawnSystem[], string>();
  const keyOf = (systems: DrawnSystem[]): string =>
    systems
      .map((system) => system.ref)
      .toSorted()
      .join();
  for (const point of points) {
    if (point.systems.length === 0) continue;
    const key = keys.get(point.systems) ?? keyOf(point.systems);
    keys.set(point.systems, key);
    const known = groups.get(key);
    if (known) known.push(point);
    else groups.set(key, [point]);
  }
  return [...groups.values()];
}

function sentence(points: DrawnLaunchPoint[], systems: DrawnSystem[], translate: Translate): string {
  const values = {
    where: whereInWords(points, translate),
    ranges: rangesInWords(systems, translate),
    count: systems.length,
  };
  // The user's own ranges are not called published.
  return translate(systems.every((system) => system.custom) ? "caption.ownRanges" : "caption.ranges", values);
}

/** The systems whose published figures differ: `460–2,500 km for Tomahawk`. */
function disagreement(systems: DrawnSystem[], units: LengthUnit, translate: Translate): string[] {
  const spreads = systems.flatMap(({ shortName: name, spread }) => {
    if (!spread) return [];
    const range = formatLengthRange(translate.language, { min: spread.minKm, max: spread.maxKm }, units);
    const versions = [
      spread.minVersion === undefined ? undefined : translate("caption.lowest", { version: spread.minVersion }),
      spread.maxVersion === undefined ? undefined : translate("caption.highest", { version: spread.maxVersion }),
    ].filter((part) => part !== undefined);
    const words = translate(spread.openEnded ? "caption.spreadOpen" : "caption.spread", { name, range });
    return [versions.length === 0 ? words : `${words} (${versions.join(", ")})`];
  });
  return spreads.length === 0 ? [] : [translate("caption.disagree", { list: spreads.join("; ") })];
}

/**
 * A plain-language description of the figure: the default caption, and part of the picture's alternative text. It names the launch points,
 * each system with its range and the source's qualifier, and the systems whose sources disagree. Empty if nothing is drawn.
 *
 * @param points the visible launch points
 * @param systems the drawn systems, in the order in which to name them
 */
export function buildCaption(
  points: DrawnLaunchPoint[],
  systems: DrawnSystem[],
  translate: Translate,
  units: LengthUnit = "km",
): string {
  const groups = groupBySystems(points);
  if (groups.length === 0 || systems.length === 0) return "";
  const drawing = groups.flat();
  const sentences =
    groups.length > GROUPS_IN_FULL
      ? [sentence(drawing, systems, translate), translate("caption.notEvery")]
      : groups.map((group) => {
          const refs = new Set(group[0]?.systems.map((system) => system.ref));
          return sentence(
            group,
            systems.filter((system) => refs.has(system.ref)),
            translate,
          );
        });
  return [...sentences, ...disagreement(systems, units, translate)].join(" ");
}

/**
 * One sentence for under a picture's title. Empty if nothing is drawn.
 *
 * @param hasBands the picture tints the spread of published figures
 */
export function buildDeck(
  points: DrawnLaunchPoint[],
  systems: DrawnSystem[],
  hasBands: boolean,
  translate: Translate,
): string {
  const launching = points.filter((point) => point.systems.length > 0);
  if (launching.length === 0) return "";
  if (hasBands) return translate("deck.bands");
  const where = whereInWords(launching, translate);
  return translate(systems.every((system) => system.custom) ? "deck.own" : "deck.published", { where });
}
