import { parseAngles } from "./coordinatesAngles.ts";
import { parseGrid } from "./coordinatesGrid.ts";
import { parseGeoUri, parseMapLink } from "./coordinatesLink.ts";
import { parseIso6709 } from "./coordinatesPacked.ts";
import { plainText } from "./coordinatesWords.ts";
import { type Problem, quoteValue } from "../../scenario/problem.ts";

/** How the text was written. Each is the message `reading.<format>`. */
export type CoordinateFormat = "decimal" | "minutes" | "seconds" | "utm" | "mgrs" | "geo" | "link" | "wkt" | "iso6709";

/** How latitude was distinguished from longitude: by letters or names, a value over 90, the format, or only the convention of latitude first. */
type OrderEvidence = "letters" | "range" | "format" | "custom";

/** How a text was interpreted, shown to the user for confirmation. */
export interface CoordinateReading {
  format: CoordinateFormat;
  order: "lat-lng" | "lng-lat";
  orderFrom: OrderEvidence;
  /** Side of the grid square in metres, for a grid reference; `lngLat` is its centre. */
  squareM?: number;
  /** Host of the link that the numbers were in. */
  host?: string;
}

export interface ReadPosition {
  /** Degrees on WGS84. */
  lngLat: [number, number];
  reading: CoordinateReading;
}

/** A position. `other` is the alternative reading of a text whose axis order or hemisphere is ambiguous. */
export interface ReadCoordinates extends ReadPosition {
  other?: ReadPosition;
}

export type ParsedCoordinates = ReadCoordinates | { problem: Problem };

/** Longer texts are rejected without parsing: no real position or map link is longer. */
export const MAX_COORDINATE_TEXT = 2000;

const looksLikeLink = (text: string): boolean => /https?:\/\/|^(?:www\.|maps\.)/i.test(text);

/**
 * Reads a position from text as people paste it: decimal degrees, degrees and minutes, DMS (hemispheres as letters or words in
 * English, Vietnamese, Ukrainian and Russian), UTM, MGRS, ISO 6709, WKT points, `geo:` URIs, and the numbers inside a map link.
 *
 * @returns the position with its reading; a problem when the text looks like a position but is invalid; null when it is
 *   something else, such as the name of a place. Never throws.
 */
export function parseCoordinates(text: string): ParsedCoordinates | null {
  if (text.length > MAX_COORDINATE_TEXT) {
    return { problem: { path: "", code: "tooLong", values: { length: text.length, bound: MAX_COORDINATE_TEXT } } };
  }
  const plain = plainText(text);
  if (!/\d/.test(plain) && !looksLikeLink(plain)) return null;
  const parsed = looksLikeLink(plain)
    ? parseMapLink(plain)
    : (parseGeoUri(plain) ?? parseGrid(plain) ?? parseIso6709(plain) ?? parseAngles(plain));
  return parsed === "notCoordinates"
    ? { problem: { path: "", code: "notCoordinates", values: { value: quoteValue(text.trim()) } } }
    : parsed;
}
