import type { LanguageCode } from "./messages.ts";

/** Kilometres in one of each unit of length, exact by definition (international mile, nautical mile). */
export const KM_PER_UNIT = { km: 1, mi: 1.609344, nmi: 1.852 } as const;
export type LengthUnit = keyof typeof KM_PER_UNIT;

const UNIT_SYMBOLS: Record<LanguageCode, Record<LengthUnit, string>> = {
  en: { km: "km", mi: "mi", nmi: "nmi" },
  vi: { km: "km", mi: "dặm", nmi: "hải lý" },
  uk: { km: "км", mi: "миль", nmi: "мор. миль" },
};

/** Ukrainian miles agree with their number: 101 миля, 2 милі, 1,5 милі. */
const UK_PLURALS = new Intl.PluralRules("uk");
const UK_MILES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "миля", few: "милі", other: "милі" };

/** A space that does not let the number part from its unit at a line's end. */
const NO_BREAK_SPACE = "\u00A0";

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the language writes it: 2,400 in English, 2.400 in Vietnamese, 2 400 in Ukrainian. */
export function formatNumber(language: LanguageCode, value: number, maximumFractionDigits = 0): string {
  const key = `${language}:${maximumFractionDigits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits, useGrouping: true });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Converts a length in kilometres to another unit. */
export function fromKm(km: number, unit: LengthUnit): number {
  return km / KM_PER_UNIT[unit];
}

/** Digits after the point that keep three figures of a length: none from 10 up, or where the value is whole. */
function digitsOf(value: number): number {
  return value >= 10 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 2;
}

/** A unit's symbol, or its name as it stands after a number, which `value` gives as it is printed. */
export function unitSymbol(language: LanguageCode, unit: LengthUnit, value?: number): string {
  const symbol = UNIT_SYMBOLS[language][unit];
  if (language !== "uk" || unit === "km" || value === undefined) return symbol;
  return symbol.replace("миль", UK_MILES[UK_PLURALS.select(value)] ?? "миль");
}

/** A length with its unit: `2,400 km`, `2.400 km`, `2 400 км`. */
export function formatLength(language: LanguageCode, km: number, unit: LengthUnit): string {
  const value = fromKm(km, unit);
  const digits = digitsOf(value);
  return `${formatNumber(language, value, digits)}${NO_BREAK_SPACE}${unitSymbol(language, unit, Number(value.toFixed(digits)))}`;
}

/** A length or, where the ends differ, a range of lengths with the unit once: `25–30 km`. */
export function formatLengthRange(
  language: LanguageCode,
  range: { min: number; max: number },
  unit: LengthUnit,
): string {
  if (range.min === range.max) return formatLength(language, range.max, unit);
  const min = fromKm(range.min, unit);
  return `${formatNumber(language, min, digitsOf(min))}–${formatLength(language, range.max, unit)}`;
}

/** The sides of the Earth as each language abbreviates them: north, south, east, west. */
const SIDES: Record<LanguageCode, readonly [north: string, south: string, east: string, west: string]> = {
  en: ["N", "S", "E", "W"],
  vi: ["B", "N", "Đ", "T"],
  uk: ["пн. ш.", "пд. ш.", "сх. д.", "зх. д."],
};

/** Latitude and longitude in decimal degrees with their sides: `50.4501° N, 30.5234° E`. */
export function formatLngLat([lng, lat]: readonly [number, number], language: LanguageCode = "en", digits = 4): string {
  const [north, south, east, west] = SIDES[language];
  const format = (value: number) => formatNumber(language, Math.abs(value), digits);
  const separator = formatNumber(language, 0.5, 1).includes(",") ? "; " : ", ";
  return `${format(lat)}°${NO_BREAK_SPACE}${lat < 0 ? south : north}${separator}${format(lng)}°${NO_BREAK_SPACE}${lng < 0 ? west : east}`;
}
