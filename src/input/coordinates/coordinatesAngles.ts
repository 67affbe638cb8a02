import type { CoordinateFormat, CoordinateReading, ParsedCoordinates, ReadCoordinates } from "./coordinates.ts";
import { type Axis, axisOf, type Hemisphere, type Token, tokenize } from "./coordinatesWords.ts";
import { type Problem, quoteValue } from "../../scenario/problem.ts";

interface Part {
  text: string;
  value: number;
  negative: boolean;
  signed: boolean;
  fractional: boolean;
  rank: 0 | 1 | 2 | undefined;
  comma: boolean;
  starts: boolean;
}

interface Group {
  parts: Part[];
  hemisphere?: Hemisphere;
  axis?: Axis;
}

interface Angle {
  /** Degrees with their sign. */
  value: number;
  text: string;
  parts: number;
  axis?: Axis;
}

const problem = (code: Problem["code"], values: Problem["values"]): { problem: Problem } => ({
  problem: { path: "", code, values },
});

/** Vietnamese abbreviates Bắc, Nam, Đông, Tây to B, N, Đ, T, so an N next to any of the others or a Vietnamese word means nam, south. */
function hemisphereOf(token: Extract<Token, { kind: "hemisphere" }>, vietnamese: boolean): Hemisphere {
  return vietnamese && /^n$/i.test(token.letter) ? "S" : token.hemisphere;
}

/** Groups numbers into angles. Hemisphere letters, units, separators, signs and fractions, in that order, decide where an angle ends. */
function toGroups(tokens: Token[]): Group[] {
  const vietnamese = tokens.some(
    (token) => (token.kind === "hemisphere" || token.kind === "label") && token.vietnamese,
  );
  const firstMark = (kind: Token["kind"]) => tokens.findIndex((token) => token.kind === kind);
  const firstNumber = firstMark("number");
  const hemispheresLead = firstMark("hemisphere") >= 0 && firstMark("hemisphere") < firstNumber;
  const labelsLead = firstMark("label") >= 0 && firstMark("label") < firstNumber;

  const groups: Group[] = [];
  let group: Group = { parts: [] };
  let comma = false;
  const close = () => {
    if (group.parts.length > 0) groups.push(group);
    group = { parts: [] };
    comma = false;
  };
  const lead = (mark: Partial<Group>) => {
    if (group.parts.length > 0) close();
    group = { ...group, ...mark };
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "separator") {
      if (token.hard && group.parts.length > 0) close();
      else comma = true;
    } else if (token.kind === "hemisphere") {
      const hemisphere = hemisphereOf(token, vietnamese);
      if (hemispheresLead) lead({ hemisphere });
      else if (group.parts.length > 0) {
        group.hemisphere = hemisphere;
        close();
      } else {
        const previous = groups.at(-1);
        if (previous && !previous.hemisphere) previous.hemisphere = hemisphere;
      }
    } else if (token.kind === "label") {
      if (labelsLead) lead({ axis: token.axis });
      else {
        const target = group.parts.length > 0 ? group : groups.at(-1);
        if (target) target.axis = token.axis;
        if (target === group) close();
      }
    } else if (token.kind === "number") {
      const next = tokens[index + 1];
      const rank = next?.kind === "unit" ? next.rank : undefined;
      const previous = group.parts.at(-1);
      const unitsSayNew =
        previous?.rank !== undefined && (rank === undefined ? previous.rank === 2 : rank <= previous.rank);
      const wholeSaysNew = previous?.fractional === true && rank === undefined;
      if (previous && (token.signed || unitsSayNew || wholeSaysNew || rank === 0)) close();
      group.parts.push({
        text: token.text,
        value: Number(token.text),
        negative: token.negative,
        signed: token.signed,
        fractional: token.text.includes("."),
        rank,
        comma,
        starts: false,
      });
      comma = false;
    }
  }
  close();
  const only = groups[0];
  return groups.length === 1 && only ? splitGroup(only) : groups;
}

/** Splits two angles with only commas or spaces between their numbers: at the comma if there is exactly one, otherwise in the middle. */
function splitGroup(group: Group): Group[] {
  const { parts } = group;
  const commas = parts.flatMap((part, index) => (part.comma && index > 0 ? [index] : []));
  const unitless = parts.every((part) => part.rank === undefined);
  const cut = commas.length === 1 ? commas[0] : unitless && parts.length % 2 === 0 ? parts.length / 2 : undefined;
  if (cut === undefined) return [group];
  return [{ ...group, parts: parts.slice(0, cut) }, { parts: parts.slice(cut) }];
}

function toAngle(group: Group): Angle | { problem: Problem } {
  const { parts, hemisphere } = group;
  const text = parts.map((part) => part.text).join(" ");
  const [degrees, minutes, seconds] = parts;
  if (!degrees || parts.length > 3) return problem("manyNumbers", { value: quoteValue(text) });
  if (parts.some((part, index) => part.rank !== undefined && part.rank !== index))
    return problem("notCoordinates", { value: quoteValue(text) });
  const broken = parts.slice(0, -1).find((part) => part.fractional);
  if (broken) return problem("wholeDegrees", { value: broken.text });
  if (minutes && minutes.value >= 60) return problem("minutes", { value: minutes.text });
  if (seconds && seconds.value >= 60) return problem("seconds", { value: seconds.text });
  if (hemisphere && degrees.negative) return problem("signAndLetter", { value: quoteValue(`-${text} ${hemisphere}`) });
  const size = degrees.value + (minutes?.value ?? 0) / 60 + (seconds?.value ?? 0) / 3600;
  const negative = degrees.negative || hemisphere === "S" || hemisphere === "W";
  const axis = hemisphere ? axisOf(hemisphere) : group.axis;
  const sign = degrees.negative ? "−" : "";
  return { value: negative ? -size : size, text: `${sign}${text}`, parts: parts.length, ...(axis && { axis }) };
}

const FORMATS: readonly CoordinateFormat[] = ["decimal", "minutes", "seconds"];
/** Rounds to a tenth of a millimetre, which removes the rounding error of dividing by 3600. */
const tidy = (degrees: number): number => Math.round(degrees * 1e9) / 1e9 + 0;

/** Combines two angles. Letters decide which is the latitude; failing that, a value over 90; failing that, latitude comes first. */
function toPosition(first: Angle, second: Angle): ParsedCoordinates {
  if (first.axis !== undefined && first.axis === second.axis)
    return problem("sameAxis", { value: quoteValue(`${first.text}, ${second.text}`) });
  const known = first.axis ?? (second.axis === undefined ? undefined : second.axis === "lat" ? "lng" : "lat");
  const overflows = Math.abs(first.value) > 90 && Math.abs(first.value) <= 180 && Math.abs(second.value) <= 90;
  const lngFirst = known === "lng" || (known === undefined && overflows);
  const [lat, lng] = lngFirst ? [second, first] : [first, second];
  if (Math.abs(lat.value) > 90) return problem("latitude", { value: lat.text });
  if (Math.abs(lng.value) > 180) return problem("longitude", { value: lng.text });
  const format = FORMATS[Math.max(first.parts, second.parts) - 1] ?? "decimal";
  const reading: CoordinateReading = {
    format,
    order: lngFirst ? "lng-lat" : "lat-lng",
    orderFrom: known !== undefined ? "letters" : overflows || Math.abs(second.value) > 90 ? "range" : "custom",
  };
  const read: ReadCoordinates = { lngLat: [tidy(lng.value), tidy(lat.value)], reading };
  if (reading.orderFrom === "custom" && first.value !== second.value) {
    read.other = { lngLat: [tidy(lat.value), tidy(lng.value)], reading: { ...reading, order: "lng-lat" } };
  }
  return read;
}

function parseTokens(tokens: Token[], text: string): ParsedCoordinates | null {
  if (!tokens.some((token) => token.kind === "number")) return null;
  const groups = toGroups(tokens);
  const [first, second] = groups;
  if (groups.length > 2) return problem("manyNumbers", { value: quoteValue(text) });
  if (!first || !second)
    return problem(first && first.parts.length > 3 ? "manyNumbers" : "oneCoordinate", { value: quoteValue(text) });
  const angles = [toAngle(first), toAngle(second)] as const;
  if ("problem" in angles[0]) return angles[0];
  if ("problem" in angles[1]) return angles[1];
  return toPosition(angles[0], angles[1]);
}

/**
 * Reads two angles: decimal degrees, degrees and minutes, or degrees, minutes and seconds, with a decimal point or comma.
 *
 * @param text as `plainText` gives it
 * @returns null when the text contains words that never occur in a position
 */
export function parseAngles(text: string): ParsedCoordinates | null {
  // A comma between digits is a decimal comma when there is no decimal point and the text makes a position that way.
  if (/\d,\d/.test(text) && !/\d\.\d/.test(text)) {
    const tokens = tokenize(text, true);
    const parsed = tokens && parseTokens(tokens, text);
    if (parsed && !("problem" in parsed)) return parsed;
    // `95,5; 30,5` is a bad position in decimal commas, not four numbers.
    if (parsed && (text.match(/\d,\d/g)?.length ?? 0) > 1) return parsed;
  }
  const tokens = tokenize(text, false);
  return tokens && parseTokens(tokens, text);
}
