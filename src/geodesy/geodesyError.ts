/** What was wrong, for a program to switch on. */
export type GeodesyErrorCode =
  | "notFinite"
  | "negative"
  | "overHalfCircumference"
  | "latitudeOutOfRange"
  | "notAPosition"
  | "emptyGeometry"
  | "unsupportedGeometry"
  | "notPositive"
  | "minOverMax"
  | "invalidCount"
  | "unresolved";

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

function describe(value: unknown): string {
  if (typeof value === "number" || value === undefined || value === null) return String(value);
  const text = typeof value === "string" ? `"${value}"` : (JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
