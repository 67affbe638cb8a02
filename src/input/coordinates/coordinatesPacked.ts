import type { CoordinateReading, ParsedCoordinates } from "./coordinates.ts";
import type { Problem } from "../../scenario/problem.ts";

/** `+50.4501+030.5234/`, `+5027.006-03031.404/`, `+502700+0303124/` (ISO 6709, which phones write into photo metadata). */
const ISO = /^([+-])(\d{2}|\d{4}|\d{6})(\.\d+)?([+-])(\d{3}|\d{5}|\d{7})(\.\d+)?(?:[+-]\d+(?:\.\d+)?)?(?:CRS\w+)?\/?$/;
/** `502700N0303124E`, the notation of aviation. */
const LETTERS = /^(\d{4}|\d{6})(\.\d+)?\s?([NS])[\s,/]*(\d{5}|\d{7})(\.\d+)?\s?([EW])$/i;
/** `POINT (30.5234 50.4501)`, `SRID=4326;POINT Z (30 50 12)`: x, then y. */
const WKT =
  /^(?:SRID=4326;)?\s?POINT\s?(?:Z|M|ZM)?\s?\(\s?(-?\d+(?:\.\d+)?)[\s]+(-?\d+(?:\.\d+)?)(?:\s+-?\d+(?:\.\d+)?){0,2}\s?\)$/i;

interface Packed {
  digits: string;
  fraction: string;
  degreeDigits: number;
  negative: boolean;
}

/** Decodes DD, DDMM or DDMMSS (DDD… for a longitude); the fraction belongs to the last unit. */
function unpack({ digits, fraction, degreeDigits, negative }: Packed): number | { problem: Problem } {
  const fields = [
    digits.slice(0, degreeDigits),
    digits.slice(degreeDigits, degreeDigits + 2),
    digits.slice(degreeDigits + 2),
  ];
  const used = fields.filter((field) => field !== "");
  const values = used.map((field, index) => Number(index === used.length - 1 ? field + fraction : field));
  const [degrees = 0, minutes = 0, seconds = 0] = values;
  if (minutes >= 60) return { problem: { path: "", code: "minutes", values: { value: minutes } } };
  if (seconds >= 60) return { problem: { path: "", code: "seconds", values: { value: seconds } } };
  const size = degrees + minutes / 60 + seconds / 3600;
  return negative ? -size : size;
}

/** Validates a latitude and a longitude whose order the format defines. */
export function toReadPosition(lat: number, lng: number, reading: CoordinateReading): ParsedCoordinates {
  if (!(Math.abs(lat) <= 90)) return { problem: { path: "", code: "latitude", values: { value: String(lat) } } };
  if (!(Math.abs(lng) <= 180)) return { problem: { path: "", code: "longitude", values: { value: String(lng) } } };
  const tidy = (degrees: number) => Math.round(degrees * 1e9) / 1e9 + 0;
  return { lngLat: [tidy(lng), tidy(lat)], reading };
}

/** Reads positions whose digits have no separators, and WKT points. */
export function parseIso6709(text: string): ParsedCoordinates | null {
  const wkt = WKT.exec(text);
  if (wkt)
    return toReadPosition(Number(wkt[2]), Number(wkt[1]), { format: "wkt", order: "lng-lat", orderFrom: "format" });
  const iso = ISO.exec(text);
  const letters = iso ? null : LETTERS.exec(text);
  let lat: Packed | undefined;
  let lng: Packed | undefined;
  if (iso) {
    lat = { digits: iso[2] ?? "", fraction: iso[3] ?? "", degreeDigits: 2, negative: iso[1] === "-" };
    lng = { digits: iso[5] ?? "", fraction: iso[6] ?? "", degreeDigits: 3, negative: iso[4] === "-" };
  } else if (letters) {
    lat = {
      digits: letters[1] ?? "",
      fraction: letters[2] ?? "",
      degreeDigits: 2,
      negative: /s/i.test(letters[3] ?? ""),
    };
    lng = {
      digits: letters[4] ?? "",
      fraction: letters[5] ?? "",
      degreeDigits: 3,
      negative: /w/i.test(letters[6] ?? ""),
    };
  }
  if (!lat || !lng) return null;
  const latitude = unpack(lat);
  if (typeof latitude !== "number") return latitude;
  const longitude = unpack(lng);
  if (typeof longitude !== "number") return longitude;
  return toReadPosition(
    latitude,
    longitude,
    iso
      ? { format: "iso6709", order: "lat-lng", orderFrom: "format" }
      : {
          format: lat.digits.length === 6 || lng.digits.length === 7 ? "seconds" : "minutes",
          order: "lat-lng",
          orderFrom: "letters",
        },
  );
}
