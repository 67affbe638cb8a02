import Mgrs from "geodesy/mgrs.js";
import Utm from "geodesy/utm.js";
import type { CoordinateReading, ParsedCoordinates, ReadCoordinates } from "./coordinates.ts";
import { toReadPosition } from "./coordinatesPacked.ts";
import type { Problem } from "../../scenario/problem.ts";

/** Latitude bands of 8° from 80° S; X reaches from 72° to 84° N. */
const BANDS = "CDEFGHJKLMNPQRSTUVWX";
const METRES = String.raw`(\d{1,8}(?:[.,]\d+)?)`;
const ZONE = String.raw`(?:zone\s?|зона\s?|múi\s?)?(\d{1,3})\s?([a-z])`;
const ZONE_FIRST = new RegExp(
  String.raw`^(?:utm:?\s?)?${ZONE}[\s,:;]+(?:e:?\s?)?${METRES}\s?m?\s?e?[\s,;]+(?:n:?\s?)?${METRES}\s?m?\s?n?$`,
  "i",
);
const ZONE_LAST = new RegExp(
  String.raw`^(?:utm:?\s?)?(?:e:?\s?)?${METRES}\s?m?\s?e?[\s,;]+(?:n:?\s?)?${METRES}\s?m?\s?n?[\s,;]+${ZONE}$`,
  "i",
);
const MGRS = /^(?:(?:mgrs|usng):?\s?)?(\d{1,3})\s?([a-z])\s?([a-z])\s?([a-z])\s?(\d*)\s?(\d*)$/i;
const POLAR = /^(?:(?:mgrs|ups):?\s?)?([abyz])\s?([a-z])\s?([a-z])\s?(\d+)\s?(\d*)$/i;

const problem = (code: Problem["code"], values: Problem["values"]): { problem: Problem } => ({
  problem: { path: "", code, values },
});

/** Whether a latitude is in a band, with some slack because a grid square may straddle the band's edge. */
function inBand(lat: number, band: string, slackDeg: number): boolean {
  const south = BANDS.indexOf(band) * 8 - 80;
  return lat >= south - slackDeg && lat <= (band === "X" ? 84 : south + 8) + slackDeg;
}

function fromUtm(
  zone: number,
  hemisphere: "N" | "S",
  easting: number,
  northing: number,
  reading: CoordinateReading,
): ParsedCoordinates {
  try {
    const { lat, lon } = new Utm(zone, hemisphere, easting, northing).toLatLon();
    // A zone at the antimeridian may extend across it.
    return toReadPosition(lat, lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, reading);
  } catch {
    return problem("utmNorthing", { value: northing });
  }
}

/** `36U 325123 5591234` with the band, or `36 N 325123 5591234` with the hemisphere. */
function parseUtm(text: string): ParsedCoordinates | null {
  const first = ZONE_FIRST.exec(text);
  const last = first ? null : ZONE_LAST.exec(text);
  const found = first
    ? [first[1], first[2], first[3], first[4]]
    : last
      ? [last[3], last[4], last[1], last[2]]
      : undefined;
  if (!found) return null;
  const [zoneText = "", letterText = "", eastingText = "", northingText = ""] = found;
  const letter = letterText.toUpperCase();
  const zone = Number(zoneText);
  const [easting, northing] = [eastingText, northingText].map((metres) => Number(metres.replace(",", "."))) as [
    number,
    number,
  ];
  // `50 N 30 45`: too small for metres, so these are degrees and minutes.
  if (!/^utm|zone/i.test(text) && easting < 10_000 && northing < 10_000) return null;
  if (zone < 1 || zone > 60) return problem("utmZone", { value: zoneText });
  if (/[ABYZ]/.test(letter)) return problem("gridPolar", { value: `${zoneText}${letter}` });
  if (!BANDS.includes(letter)) return problem("utmBand", { value: letter });
  // No UTM user extends a zone to eastings of 1,000 km.
  if (easting > 1_000_000 || easting < 0) return problem("utmEasting", { value: eastingText });
  if (northing > 10_000_000) return problem("utmNorthing", { value: northingText });
  const reading: CoordinateReading = { format: "utm", order: "lng-lat", orderFrom: "format" };
  const ofBand = fromUtm(zone, letter >= "N" ? "N" : "S", easting, northing, reading);
  const bandHolds = !("problem" in ofBand) && inBand(ofBand.lngLat[1], letter, 0.5);
  if (letter !== "N" && letter !== "S")
    return "problem" in ofBand || bandHolds ? ofBand : problem("utmBand", { value: letter });
  const ofHemisphere = fromUtm(zone, letter, easting, northing, reading);
  if (letter === "N" || !bandHolds) return ofHemisphere;
  // S is both the band of 32–40° N and the southern hemisphere. Attached to the zone (36S) it is the band, separated from it the hemisphere.
  if ("problem" in ofHemisphere) return ofBand;
  const attached = new RegExp(`${zoneText}${letterText}`).test(text);
  const [main, other]: [ReadCoordinates, ReadCoordinates] = attached ? [ofBand, ofHemisphere] : [ofHemisphere, ofBand];
  return { ...main, other };
}

function parseMgrs(text: string): ParsedCoordinates | null {
  const polar = POLAR.exec(text);
  if (polar) return problem("gridPolar", { value: text.toUpperCase() });
  const found = MGRS.exec(text);
  if (!found) return null;
  const [zoneText = "", band = "", column = "", row = "", first = "", second = ""] = found
    .slice(1)
    .map((part) => part.toUpperCase());
  const zone = Number(zoneText);
  if (zone < 1 || zone > 60) return problem("utmZone", { value: zoneText });
  if (/[ABYZ]/.test(band)) return problem("gridPolar", { value: `${zoneText}${band}` });
  if (!BANDS.includes(band)) return problem("utmBand", { value: band });
  const digits = first + second;
  const unequal = second !== "" && first.length !== second.length;
  if (digits.length % 2 === 1 || digits.length > 10 || unequal) return problem("gridDigits", { value: digits });
  const half = digits.length / 2;
  const squareM = 10 ** (5 - half);
  const metres = (part: string): number => Number(part === "" ? 0 : part) * squareM;
  try {
    const corner = new Mgrs(zone, band, column, row, metres(digits.slice(0, half)), metres(digits.slice(half))).toUtm();
    // The centre of the square that the reference names, as in GeographicLib.
    const read = fromUtm(zone, band >= "N" ? "N" : "S", corner.easting + squareM / 2, corner.northing + squareM / 2, {
      format: "mgrs",
      order: "lng-lat",
      orderFrom: "format",
      squareM,
    });
    if ("problem" in read || !inBand(read.lngLat[1], band, 1))
      return problem("gridSquare", { value: `${column}${row}`, zone: `${zoneText}${band}` });
    return read;
  } catch {
    return problem("gridSquare", { value: `${column}${row}`, zone: `${zoneText}${band}` });
  }
}

/** Reads UTM coordinates and MGRS references on WGS84; null when the text is neither. The `geodesy` package implements Karney 2011. */
export function parseGrid(text: string): ParsedCoordinates | null {
  return parseUtm(text) ?? parseMgrs(text);
}
