import { type GrammaticalCase, type LanguageCode, traitsOf } from "./languages.ts";

/** Kilometres in one of each unit of length, exact by definition (international mile, nautical mile). */
export const KM_PER_UNIT = { km: 1, mi: 1.609344, nmi: 1.852 } as const;
export type LengthUnit = keyof typeof KM_PER_UNIT;

/** A unit without a number takes the plural form for this one: «миль». */
const UNCOUNTED = 0;

/** Prevents a line break between a number and its unit. */
const NO_BREAK_SPACE = "\u00A0";

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the language writes it: 2,400 in English, 2.400 in Vietnamese, 2 400 in Ukrainian. */
export function formatNumber(language: LanguageCode, value: number, maximumFractionDigits = 0): string {
  const key = `${language}:${maximumFractionDigits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(traitsOf(language).locale, { maximumFractionDigits, useGrouping: true });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Converts a length in kilometres to another unit. */
export function fromKm(km: number, unit: LengthUnit): number {
  return km / KM_PER_UNIT[unit];
}

/** The number of decimals for a length: none from 10 up or for integers, otherwise one or two. */
function digitsOf(value: number): number {
  return value >= 10 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 2;
}

const pluralRules = new Map<LanguageCode, Intl.PluralRules>();

function pluralOf(language: LanguageCode, value: number): Intl.LDMLPluralRule {
  let rules = pluralRules.get(language);
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules(traitsOf(language).locale)));
  return rules.select(value);
}

/**
 * A unit's symbol or word after a number.
 *
 * @param value the rounded number; without one, the unit is used alone
 */
export function unitSymbol(
  language: LanguageCode,
  unit: LengthUnit,
  value = UNCOUNTED,
  grammaticalCase: GrammaticalCase = "nominative",
): string {
  const words = traitsOf(language).units[unit];
  if (typeof words === "string") return words;
  const forms = words[grammaticalCase];
  return forms[pluralOf(language, value)] ?? forms.other;
}

/** A length with its unit: `2,400 km`, `2.400 km`, `2 400 км`. */
export function formatLength(language: LanguageCode, km: number, unit: LengthUnit): string {
  const value = fromKm(km, unit);
  const digits = digitsOf(value);
  return `${formatNumber(language, value, digits)}${NO_BREAK_SPACE}${unitSymbol(language, unit, Number(value.toFixed(digits)))}`;
}

/** A range of lengths with the unit once, `25–30 km`, or a single length if the ends are equal. */
export function formatLengthRange(
  language: LanguageCode,
  range: { min: number; max: number },
  unit: LengthUnit,
): string {
  if (range.min === range.max) return formatLength(language, range.max, unit);
  const min = fromKm(range.min, unit);
  return `${formatNumber(language, min, digitsOf(min))}–${formatLength(language, range.max, unit)}`;
}

/** Of a number converted for readers of another unit, so many digits say no more than its source. */
const CONVERTED_DIGITS = 3;

/** A range of lengths with the same in miles, or in kilometres if it is in miles: `300 km (186 mi)`. */
export function formatPairedRange(
  language: LanguageCode,
  range: { min: number; max: number },
  unit: LengthUnit,
): string {
  const other = unit === "mi" ? "km" : "mi";
  const rounded = (km: number) => Number(fromKm(km, other).toPrecision(CONVERTED_DIGITS)) * KM_PER_UNIT[other];
  const converted = { min: rounded(range.min), max: rounded(range.max) };
  return `${formatLengthRange(language, range, unit)} (${formatLengthRange(language, converted, other)})`;
}

/** Latitude and longitude in decimal degrees with hemispheres: `50.4501° N, 30.5234° E`. */
export function formatLngLat([lng, lat]: readonly [number, number], language: LanguageCode = "en", digits = 4): string {
  const [north, south, east, west] = traitsOf(language).sides;
  const format = (value: number) => formatNumber(language, Math.abs(value), digits);
  return `${format(lat)}°${NO_BREAK_SPACE}${lat < 0 ? south : north}, ${format(lng)}°${NO_BREAK_SPACE}${lng < 0 ? west : east}`;
}

/** The mark between a number's integer part and its fraction. */
export type DecimalMark = "." | ",";

/** The decimal mark of a language. */
export const decimalMarkOf = (language: LanguageCode): DecimalMark =>
  formatNumber(language, 0.5, 1).includes(",") ? "," : ".";
