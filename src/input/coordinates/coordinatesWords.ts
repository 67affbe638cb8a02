/** Latitude or longitude. */
export type Axis = "lat" | "lng";
export type Hemisphere = "N" | "S" | "E" | "W";

export const axisOf = (hemisphere: Hemisphere): Axis => (hemisphere === "N" || hemisphere === "S" ? "lat" : "lng");

/** One piece of a text that may be a position. */
export type Token =
  | { kind: "number"; text: string; negative: boolean; signed: boolean }
  | { kind: "unit"; rank: 0 | 1 | 2 }
  | { kind: "hemisphere"; hemisphere: Hemisphere; vietnamese: boolean; letter: string }
  | { kind: "label"; axis: Axis; vietnamese: boolean }
  | { kind: "separator"; hard: boolean };

/** Normalises the many characters for minus, degree, minute, second and space to one of each. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, "")
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[−‐‑‒–—﹣－]/g, "-")
    .replace(/[º˚∘⁰]/g, "°")
    .replace(/[″“”„ʺ＂]/g, '"')
    .replace(/[′‘’´`ʹʼ＇]/g, "'")
    .replace(/''/g, '"')
    .replace(/[，、]/g, ",")
    .replace(/；/g, ";")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

const END = String.raw`(?![\p{L}\p{M}])`;
const word = (pattern: string): RegExp => new RegExp(`(?:${pattern})${END}`, "iuy");
const LATITUDE = String.raw`(?:\s*(?:latitude|lat)${END}\.?)?`;
const LONGITUDE = String.raw`(?:\s*(?:longitude|long|lon)${END}\.?)?`;
/** `ш.`, `широти`. Optional: `пн.` alone is understood. */
const SH = String.raw`(?:\.?\s*ш(?:ир\p{L}*)?${END}\.?)`;
const DOV = String.raw`(?:\.?\s*д(?:о[вл]\p{L}*)?${END}\.?)`;
const VI_LAT = String.raw`(?:(?:độ\s+)?(?:vĩ|vi)\s*(?:độ|do|tuyến|tuyen)?\s*)?`;
const VI_LNG = String.raw`(?:(?:độ\s+)?kinh\s*(?:độ|do|tuyến|tuyen)?\s*)?`;

/** Words for the hemispheres. The Vietnamese N is nam, south; the rest of the text shows whether an N is Vietnamese. */
const HEMISPHERES: [RegExp, Hemisphere, boolean][] = [
  [word(`${VI_LAT}(?:bắc|bac|b)`), "N", true],
  [word(`${VI_LAT}(?:nam)`), "S", true],
  [word(`${VI_LNG}(?:đông|dong|đ)`), "E", true],
  [word(`${VI_LNG}(?:tây|tay|t)`), "W", true],
  [word(`(?:північн\\p{L}*|півн|пн|северн\\p{L}*|сев)${SH}?|с${SH}`), "N", false],
  [word(`(?:південн\\p{L}*|півд|пд|южн\\p{L}*|южн)${SH}?|ю${SH}`), "S", false],
  [word(`(?:східн\\p{L}*|східн|схід|сх|восточн\\p{L}*|вост)${DOV}?|в${DOV}`), "E", false],
  [word(`(?:західн\\p{L}*|захід|зх|западн\\p{L}*|зап)${DOV}?|з${DOV}`), "W", false],
  [word("с"), "N", false],
  [word("ю"), "S", false],
  [word("в"), "E", false],
  [word("з"), "W", false],
  [word(`(?:north(?:ern)?|n)${LATITUDE}`), "N", false],
  [word(`(?:south(?:ern)?|s)${LATITUDE}`), "S", false],
  [word(`(?:east(?:ern)?|e)${LONGITUDE}`), "E", false],
  [word(`(?:west(?:ern)?|w)${LONGITUDE}`), "W", false],
];

const LABELS: [RegExp, Axis, boolean][] = [
  [word("latitude|latitud|lat|широта|φ"), "lat", false],
  [word("longitude|long|lon|lng|довгота|долгота|λ"), "lng", false],
  [word("vĩ độ|vĩ tuyến|vi do"), "lat", true],
  [word("kinh độ|kinh tuyến|kinh do"), "lng", true],
];

const UNITS: [RegExp, 0 | 1 | 2][] = [
  [/°/y, 0],
  [/'/y, 1],
  [/"/y, 2],
  [word("degrees|degree|deg|d|độ|градус\\p{L}*|град"), 0],
  [word("minutes|minute|min|m|phút|мінут\\p{L}*|минут\\p{L}*|мин|хв"), 1],
  [word("seconds|second|sec|giây|секунд\\p{L}*|сек"), 2],
];

const POINT_NUMBER = /([+-]?)\s?(\d+(?:\.\d+)?|\.\d+)/y;
const COMMA_NUMBER = /([+-]?)\s?(\d+(?:[.,]\d+)?)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function wordAt(
  text: string,
  at: number,
  before: Token | undefined,
  unitLetters: boolean,
): { token: Token; length: number } | null {
  // In `52m10s` the s means seconds, not south.
  if (
    unitLetters &&
    before?.kind === "number" &&
    /^s(?![\p{L}\p{M}])/iu.test(text.slice(at, at + 2)) &&
    text[at - 1] !== " "
  ) {
    return { token: { kind: "unit", rank: 2 }, length: 1 };
  }
  for (const [pattern, hemisphere, vietnamese] of HEMISPHERES) {
    const match = matchAt(pattern, text, at);
    if (match)
      return { token: { kind: "hemisphere", hemisphere, vietnamese, letter: match[0] }, length: match[0].length };
  }
  for (const [pattern, axis, vietnamese] of LABELS) {
    const match = matchAt(pattern, text, at);
    if (match) return { token: { kind: "label", axis, vietnamese }, length: match[0].length };
  }
  if (before?.kind === "number") {
    for (const [pattern, rank] of UNITS) {
      const match = matchAt(pattern, text, at);
      if (match) return { token: { kind: "unit", rank }, length: match[0].length };
    }
  }
  return null;
}

/**
 * Splits a text into numbers, units, hemispheres, labels and separators.
 *
 * @param decimalComma whether a comma between digits is a decimal comma
 * @returns null when the text contains anything else, and so is not a position
 */
export function tokenize(text: string, decimalComma: boolean): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  let unitLetters = false;
  while (at < text.length) {
    const char = text[at] ?? "";
    const before = tokens.at(-1);
    // A hyphen directly after a digit separates numbers (50-27-00N); anywhere else it is a minus sign.
    const afterDigit = at > 0 && /\d/.test(text[at - 1] ?? "");
    const number = char === "-" && afterDigit ? null : matchAt(decimalComma ? COMMA_NUMBER : POINT_NUMBER, text, at);
    if (number) {
      const [all, sign = "", digits = ""] = number;
      tokens.push({ kind: "number", text: digits.replace(",", "."), negative: sign === "-", signed: sign !== "" });
      at += all.length;
      continue;
    }
    const found = /[\p{L}°'"]/u.test(char) ? wordAt(text, at, before, unitLetters) : null;
    if (found) {
      if (found.token.kind === "unit" && /[a-z]/i.test(char)) unitLetters = true;
      tokens.push(found.token);
      at += found.length;
      continue;
    }
    if (/[;\n|/~]/.test(char)) tokens.push({ kind: "separator", hard: true });
    else if (/[,-]/.test(char)) tokens.push({ kind: "separator", hard: false });
    else if (!/[\s.:=()[\]{}<>]/.test(char)) return null;
    at += 1;
  }
  return tokens;
}
