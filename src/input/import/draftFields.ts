import { foldName, loosenName } from "../places/placesFold.ts";
import { quoteValue } from "../../scenario/problem.ts";
import { MAX_CUSTOM_SYSTEMS } from "../../scenario/limits.ts";
import { kmPerUnit } from "./fieldNames.ts";
import type { ImportContext, ImportResult, LaunchPointDraft } from "./imported.ts";

const MAX_NAME = 200;
const MAX_GROUP = 100;
const MAX_SYSTEMS = 60;
/** Colours of simplestyle and HTML that people write by name. */
const COLOR_NAMES = new Map(
  Object.entries({
    red: "#d32f2f",
    green: "#2e7d32",
    blue: "#1565c0",
    yellow: "#f9a825",
    orange: "#ef6c00",
    purple: "#6a1b9a",
    black: "#000000",
    white: "#ffffff",
    gray: "#757575",
    grey: "#757575",
    brown: "#5d4037",
    pink: "#d81b60",
  }),
);

/** The words of one row, each with the name of its column for the problems. */
export interface RowWords {
  row: number;
  name?: string | undefined;
  systems?: Word | undefined;
  range?: Word | undefined;
  group?: string | undefined;
  color?: Word | undefined;
}
export interface Word {
  column: string;
  text: string;
}

/** Looks up systems by any of their names; made once an import. */
export function indexSystems(context: ImportContext): Map<string, string> {
  const byKey = new Map<string, string>();
  // The names themselves first, then what other scripts make of them: `Томагавк` is `tomahavk`.
  for (const form of [(key: string) => key, loosenName]) {
    for (const { id, keys } of context.systems)
      for (const key of keys.map(form)) if (!byKey.has(key)) byKey.set(key, id);
  }
  return byKey;
}

function readSystems(word: Word, row: number, byKey: Map<string, string>, result: ImportResult): string[] {
  const names = word.text
    .split(/[;,|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const known = names.flatMap((name) => {
    const key = foldName(name);
    const id = byKey.get(key) ?? byKey.get(loosenName(key));
    if (id !== undefined) return [id];
    const expected = [...new Set(byKey.values())].filter((ref) => !ref.includes("/")).join(", ");
    result.tell({
      row,
      kept: true,
      path: word.column,
      code: "unknownSystem",
      values: { value: quoteValue(name), expected },
    });
    return [];
  });
  return [...new Set(known)].slice(0, MAX_SYSTEMS);
}

/** A number with a decimal point or comma, thousands apart by spaces; NaN for anything else. */
export function readNumber(text: string): number {
  const plain = text
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/[\s\u00a0\u202f](?=\d{3}(?:\D|$))/g, "");
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(plain)) return Number.NaN;
  return Number(plain.replace(",", "."));
}

/** The user's own system for a range, the same one for the same range. */
function readRange(word: Word, row: number, result: ImportResult): string | undefined {
  const unit = /^(.*?)\s*(km|км|mi|miles?|миль|dặm|nmi|nm|m|м)?$/i.exec(word.text.trim());
  const number = readNumber(unit?.[1] ?? word.text);
  const km = Math.round(number * (unit?.[2] ? kmPerUnit(unit[2]) : kmPerUnit(word.column)) * 1000) / 1000;
  if (!(km > 0 && km <= 20_000)) {
    result.tell({ row, kept: true, path: word.column, code: "rangeNumber", values: { value: quoteValue(word.text) } });
    return undefined;
  }
  const id = `range-${String(km).replace(".", "-")}-km`;
  if (result.customSystems.some((system) => system.id === id)) return id;
  if (result.customSystems.length >= MAX_CUSTOM_SYSTEMS) {
    result.tell({ row, kept: true, path: word.column, code: "tooManyRanges", values: { bound: MAX_CUSTOM_SYSTEMS } });
    return undefined;
  }
  result.customSystems.push({ id, name: `${km} km`, rangeKm: { min: km, max: km }, kind: "other" });
  return id;
}

function readColor(word: Word, row: number, result: ImportResult): string | undefined {
  const text = word.text.trim().toLowerCase();
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  const long = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(text);
  const color =
    COLOR_NAMES.get(text) ??
    (long
      ? `#${long[1]}`
      : short
        ? `#${short
            .slice(1)
            .map((digit) => digit + digit)
            .join("")}`
        : undefined);
  if (color === undefined)
    result.tell({ row, kept: true, path: word.column, code: "color", values: { value: quoteValue(word.text) } });
  return color;
}

/** A cell as text: one line, without the apostrophe that keeps a spreadsheet from running it as a formula. */
export function cleanText(text: string | undefined): string {
  return (text ?? "")
    .replace(/^'(?=[=+\-@＝＋－＠])/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Everything of a draft but its geometry. What is wrong is told and left out; the row itself is kept. */
export function readDraftFields(
  words: RowWords,
  byKey: Map<string, string>,
  result: ImportResult,
): Omit<LaunchPointDraft, "geometry"> {
  const { row } = words;
  const name = cleanText(words.name);
  if (name.length > MAX_NAME)
    result.tell({ row, kept: true, path: "name", code: "tooLong", values: { length: name.length, bound: MAX_NAME } });
  const systems =
    words.systems && words.systems.text.trim() !== "" ? readSystems(words.systems, row, byKey, result) : undefined;
  const range = words.range && words.range.text.trim() !== "" ? readRange(words.range, row, result) : undefined;
  const color = words.color && words.color.text.trim() !== "" ? readColor(words.color, row, result) : undefined;
  const group = cleanText(words.group).slice(0, MAX_GROUP);
  const all = [...(systems ?? []), ...(range === undefined ? [] : [range])];
  return {
    row,
    name: name.slice(0, MAX_NAME),
    ...((systems !== undefined || range !== undefined) && { systems: all }),
    ...(group !== "" && { group }),
    ...(color !== undefined && { color }),
  };
}
