import type { DecimalMark } from "../../i18n/numbers.ts";
import { readNumberBothWays } from "../../i18n/parseNumber.ts";
import { foldName } from "../places/placesFold.ts";

/** Kilometres in a unit, and its names as `foldName` gives them: English, Vietnamese, and Ukrainian or Russian in Latin letters. */
const UNITS: readonly { km: number; names: string }[] = [
  {
    km: 1.852,
    names: String.raw`nmi|nm|n mi|naut(?:ical)?(?: mi(?:les?)?)?|sea miles?|hai ly|mor\w* myl\w*`,
  },
  { km: 1.609344, names: String.raw`mi|miles?|st(?:atute)? mi(?:les?)?|myl\w*|dam(?: anh)?` },
  { km: 1, names: String.raw`kms?|kilomet(?:re|er)s?|k[iy]lometr\w*|ki lo met|kilomet|cay so` },
  { km: 0.001, names: String.raw`m|met(?:re|er)s?|metr\w*|met` },
];
const WHOLE = UNITS.map(({ km, names }) => ({ km, pattern: new RegExp(`^(?:${names})$`) }));
const INSIDE = UNITS.map(({ km, names }) => ({ km, pattern: new RegExp(` (?:${names}) `) }));

/** Kilometres in one of the unit that a text names, and nothing else; undefined for any other word. A capital M stands for several units. */
function kmPerUnit(text: string): number | undefined {
  if (/^[MМ]$/.test(text)) return undefined;
  const key = foldName(text);
  return WHOLE.find(({ pattern }) => pattern.test(key))?.km;
}

/** Kilometres in the unit that a header of ranges names: `Range (mi)`, `range_nmi`, `rangeKm`; kilometres where it names none. */
export function kmPerUnitOfHeader(header: string): number {
  const key = ` ${foldName(header.slice(0, 200).replace(/([a-z])([A-Z])/g, "$1 $2"))} `;
  return INSIDE.find(({ pattern }) => pattern.test(key))?.km ?? 1;
}

/** A length as it may be understood: kilometres under each decimal mark that its number can be read by. */
export type ReadLength =
  | { km: Partial<Record<DecimalMark, number>>; hasUnit: boolean }
  | { problem: "rangeNumber" | "rangeUnit" };

/** A metre is the finest that a range is kept to. */
const toKm = (value: number, perUnit: number): number => Math.round(value * perUnit * 1000) / 1000;

/** A number as programs write it, which no convention changes. */
const MACHINE = /^\d+(?:\.\d+)?e[+-]?\d+$/i;

/**
 * Reads `2,400 km`, `1 500 км`, `1.000 dặm`, `300`.
 *
 * @param perUnit kilometres in the unit of a number that has none of its own
 */
export function readLength(text: string, perUnit: number): ReadLength {
  const trimmed = text.trim();
  if (MACHINE.test(trimmed)) {
    const km = toKm(Number(trimmed), perUnit);
    return { km: { ".": km, ",": km }, hasUnit: false };
  }
  const [number = ""] = /^[\p{Nd}\s.,'’ʼ]*/u.exec(trimmed) ?? [];
  const unit = trimmed.slice(number.length).trim();
  const readings = readNumberBothWays(number);
  if (Object.keys(readings).length === 0) return { problem: "rangeNumber" };
  const factor = unit === "" ? perUnit : kmPerUnit(unit);
  if (factor === undefined) return { problem: /^\p{L}/u.test(unit) ? "rangeUnit" : "rangeNumber" };
  return {
    km: Object.fromEntries(Object.entries(readings).map(([mark, value]) => [mark, toKm(value, factor)])),
    hasUnit: unit !== "",
  };
}
