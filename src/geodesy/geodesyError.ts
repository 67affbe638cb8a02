/** What was wrong, for a program to switch on. */
export type GeodesyErrorCode =
  | "notFinite"
  | "negative"
  | "overHalfCircumference"
  | "latitudeOutOfRange"
  | "longitudeOutOfRange"
  | "notAPosition"
  | "notCoordinates"
  | "emptyGeometry"
  | "unsupportedGeometry"
  | "unclosedRing"
  | "ringTooShort"
  | "ringRoundPole"
  | "notPositive"
  | "minOverMax"
  | "emptySector"
  | "invalidCount"
  | "invalidIndex"
  | "tooMany"
  | "unknownEdges"
  | "notAnObject"
  | "notAFunction"
  | "notIterable"
  | "notATemplate";

/** The one error of this folder. Its message names the argument, its value, and what would be right. */
export class GeodesyError extends RangeError {
  override readonly name = "GeodesyError";
  /** What was wrong. */
  readonly code: GeodesyErrorCode;
  /** The argument that was wrong, as the caller knows it: `rangeKm`, `center latitude`. */
  readonly argument: string;
  /** The value that was given. */
  readonly value: unknown;
  /** What would be right. */
  readonly wanted: string;

  constructor(code: GeodesyErrorCode, argument: string, value: unknown, wanted: string) {
    super(`${argument} is ${describe(value)}: ${wanted}`);
    this.code = code;
    this.argument = argument;
    this.value = value;
    this.wanted = wanted;
  }
}

/** A few words for any value at all: one that JSON cannot hold, such as a cycle or a bigint, must not hide the error that it caused. */
function describe(value: unknown): string {
  const text = typeof value === "object" || typeof value === "string" ? jsonOf(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "an object";
  } catch {
    return "an object";
  }
}
