import { type DecimalMark, KM_PER_UNIT } from "../../i18n/numbers.ts";
import { readNumberBothWays } from "../../i18n/parseNumber.ts";
import { foldName } from "../places/placesFold.ts";

/** Units in kilometres, with their names after `foldName`: English, Vietnamese, and transliterated Ukrainian and Russian. */
const UNITS: readonly { km: number; names: string }[] = [
  {
    km: KM_PER_UNIT.nmi,
    names: String.raw`nmi|nm|n mi|naut(?:ical)?(?: mi(?:les?)?)?|sea miles?|hai ly|mor\w* myl\w*`,
  },
  { km: KM_PER_UNIT.mi, names: String.raw`mi|miles?|st(?:atute)? mi(?:les?)?|myl\w*|dam(?: anh)?` },
  { km: 1, names: String.raw`kms?|kilomet(?:re|er)s?|k[iy]lometr\w*|ki lo met|kilomet|cay so` },
  { km: 0.001, names: String.raw`m|met(?:re|er)s?|metr\w*|met` },
];
const WHOLE = UNITS.map(({ km, names }) => ({ km, pattern: new RegExp(`^(?:${names})$`) }));
const INSIDE = UNITS.map(({ km, names }) => ({ km, pattern: new RegExp(` (?:${names}) `) }));

/** Kilometres per unit, for a text that is only a unit; undefined for anything else. A capital M is ambiguous: it stands for several units. */
function kmPerUnit(text: string): number | undefined {
  if (/^[MМ]$/.test(text)) return undefined;
  const key = foldName(text);
  return WHOLE.find(({ pattern }) => pattern.test(key))?.km;
}

/** Kilometres per unit named in a header: `Range (mi)`, `range_nmi`, `rangeKm`. Without a unit, the numbers are kilometres. */
export function kmPerUnitOfHeader(header: string): number {
  const key = ` ${foldName(header.slice(0, 200).replace(/([a-z])([A-Z])/g, "$1 $2"))} `;
  return INSIDE.find(({ pattern }) => pattern.test(key))?.km ?? 1;
}

/** A length in kilometres, for each decimal mark with which its number is valid. */
export type ReadLength =
  | { km: Partial<Record<DecimalMark, number>>; hasUnit: boolean }
  | { problem: "rangeNumber" | "rangeUnit" };

/** Ranges are rounded to a metre. */
const toKm = (value: number, perUnit: number): number => Math.round(value * perUnit * 1000) / 1000;

/** Exponential notation, which has the same meaning in every locale. */
const MACHINE = /^\d+(?:\.\d+)?e[+-]?\d+$/i;

/**
 * Reads `2,400 km`, `1 500 км`, `1.000 dặm`, `300`.
 *
 * @param perUnit kilometres per unit, for a number without a unit
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
