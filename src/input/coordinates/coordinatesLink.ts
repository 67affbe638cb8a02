import type { CoordinateReading, ParsedCoordinates } from "./coordinates.ts";
import { parseAngles } from "./coordinatesAngles.ts";
import { toReadPosition } from "./coordinatesPacked.ts";
import { plainText } from "./coordinatesWords.ts";
import type { Problem } from "../../scenario/problem.ts";

const NUMBER = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const PAIR = new RegExp(String.raw`^\s*(?:loc:)?${NUMBER}\s*[,~;+ _]\s*${NUMBER}(?:[,/].*)?$`);
/** Google's marker, which is the place itself; the `@` is only the centre of the view. */
const GOOGLE_MARKER = new RegExp(`!3d${NUMBER}!4d${NUMBER}`);
const GOOGLE_LOOKING = new RegExp(`[@=]${NUMBER},${NUMBER}(?:,|$|/)`);
const SLASHES = new RegExp(String.raw`(?:^|[#=/@])\d+(?:\.\d+)?z?/${NUMBER}/${NUMBER}(?:/|$|&)`);
const VIEW = new RegExp(`(?:^|[#&?])(?:view=)?${NUMBER},${NUMBER},\\d`);
/** GeoHack's `50_27_00_N_30_31_24_E_type:city` and `50.45_N_30.52_E`. */
const GEOHACK = /^(-?[\d.]+(?:_[\d.]+){0,2}(?:_[NS])?)[_;]+(-?[\d.]+(?:_[\d.]+){0,2}(?:_[EW])?)(?:_|$)/i;

/** Parameters that hold one position, latitude first. Those for a place precede those for the centre of the view. */
const PAIR_PARAMETERS = [
  "q",
  "query",
  "coordinate",
  "destination",
  "daddr",
  "point",
  "pin",
  "ll",
  "sll",
  "cp",
  "center",
  "viewpoint",
  "cbll",
  "map",
  "at",
  "c",
];
const SPLIT_PARAMETERS: [string, string][] = [
  ["mlat", "mlon"],
  ["marker_lat", "marker_lon"],
  ["lat", "lon"],
  ["lat", "lng"],
  ["lat", "long"],
  ["latitude", "longitude"],
];
/** Yandex and 2GIS write longitude first. */
const LNG_FIRST_PARAMETERS = ["whatshere[point]", "pt", "ll", "m", "center"];

const noCoordinates: { problem: Problem } = { problem: { path: "", code: "linkWithoutCoordinates", values: {} } };

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function parsePair(text: string, lngFirst: boolean, reading: CoordinateReading): ParsedCoordinates | null {
  const pair = PAIR.exec(text);
  if (!pair) return null;
  const [a, b] = [Number(pair[1]), Number(pair[2])];
  return lngFirst ? toReadPosition(b, a, { ...reading, order: "lng-lat" }) : toReadPosition(a, b, reading);
}

function parseGeoHack(params: string, reading: CoordinateReading): ParsedCoordinates | null {
  const found = GEOHACK.exec(params);
  if (!found) return null;
  const read = parseAngles(`${(found[1] ?? "").replaceAll("_", " ")}; ${(found[2] ?? "").replaceAll("_", " ")}`);
  return read && !("problem" in read) ? { lngLat: read.lngLat, reading } : read;
}

/** Tries every way in which map sites put a position into a URL, the most reliable first. */
function parseUrl(url: URL): ParsedCoordinates | null {
  const host = url.hostname.replace(/^www\./, "");
  const reading: CoordinateReading = { format: "link", order: "lat-lng", orderFrom: "format", host };
  const rest = decode(url.pathname + url.search + url.hash);
  const hash = new URLSearchParams(url.hash.replace(/^#\/?\??/, ""));
  const parameter = (name: string): string | null => url.searchParams.get(name) ?? hash.get(name);
  const lngFirst = /(^|\.)(yandex|2gis|dublgis)\./.test(`.${host}`);

  const marker = GOOGLE_MARKER.exec(rest);
  if (marker) return toReadPosition(Number(marker[1]), Number(marker[2]), reading);
  const hack = parameter("params");
  if (hack !== null) {
    const read = parseGeoHack(hack, reading);
    if (read) return read;
  }
  for (const [latName, lngName] of SPLIT_PARAMETERS) {
    const [lat, lng] = [parameter(latName), parameter(lngName)];
    if (lat !== null && lng !== null && lat.trim() !== "" && lng.trim() !== "")
      return toReadPosition(Number(lat), Number(lng), reading);
  }
  if (/(^|\.)mapy\./.test(`.${host}`)) {
    const [lng, lat] = [parameter("x"), parameter("y")];
    if (lat !== null && lng !== null) return toReadPosition(Number(lat), Number(lng), { ...reading, order: "lng-lat" });
  }
  const bing = /point\.(-?\d+(?:\.\d+)?)_(-?\d+(?:\.\d+)?)/.exec(parameter("sp") ?? "");
  if (bing) return toReadPosition(Number(bing[1]), Number(bing[2]), reading);
  for (const name of lngFirst ? LNG_FIRST_PARAMETERS : PAIR_PARAMETERS) {
    const value = parameter(name);
    if (value === null) continue;
    const read = parsePair(value, lngFirst, reading);
    if (read) return read;
    const angles = /\d/.test(value) && !SLASHES.test(`/${value}`) ? parseAngles(plainText(value)) : null;
    if (angles && !("problem" in angles)) return { lngLat: angles.lngLat, reading };
  }
  const path = /\/(?:place|search|dir|l|share)\/(?:[^/]*\/)?(-?[^/@]*\d[^/@]*)/.exec(decode(url.pathname));
  if (path) {
    const read = parsePair(path[1] ?? "", false, reading) ?? parseAngles(plainText(path[1] ?? ""));
    if (read && !("problem" in read)) return { lngLat: read.lngLat, reading };
  }
  const slashes = SLASHES.exec(url.hash) ?? SLASHES.exec(parameter("map") ?? "");
  if (slashes) return toReadPosition(Number(slashes[1]), Number(slashes[2]), reading);
  const looking = GOOGLE_LOOKING.exec(rest) ?? VIEW.exec(url.hash) ?? VIEW.exec(url.search);
  if (looking) return toReadPosition(Number(looking[1]), Number(looking[2]), reading);
  if (lngFirst) {
    const geo = new RegExp(`/geo/[^/]*/${NUMBER},${NUMBER}`).exec(rest);
    if (geo) return toReadPosition(Number(geo[2]), Number(geo[1]), { ...reading, order: "lng-lat" });
  }
  return null;
}

/** Reads the position in a pasted map link: Google, OpenStreetMap, Bing, Yandex, Apple, Wikimedia, GeoHack and similar sites. */
export function parseMapLink(text: string): ParsedCoordinates {
  const address = /https?:\/\/\S+|(?:www|maps)\.\S+/i.exec(text)?.[0] ?? "";
  const full = /^https?:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(full)) return noCoordinates;
  const url = new URL(full);
  const inside = url.searchParams.get("link") ?? url.searchParams.get("continue");
  return parseUrl(url) ?? (inside !== null && URL.canParse(inside) ? parseUrl(new URL(inside)) : null) ?? noCoordinates;
}

/** Reads a `geo:` URI (RFC 5870), and Android's `geo:0,0?q=lat,lng(name)`. */
export function parseGeoUri(text: string): ParsedCoordinates | null | "notCoordinates" {
  const found = /^geo:\s?([^?;]*)((?:;[^?]*)?)(?:\?(.*))?$/i.exec(text);
  if (!found) return null;
  const [, position = "", parameters = "", query = ""] = found;
  const system = /;crs=([^;]+)/i.exec(parameters)?.[1];
  if (system !== undefined && system.toLowerCase() !== "wgs84")
    return { problem: { path: "", code: "geoSystem", values: { value: system } } };
  const reading: CoordinateReading = { format: "geo", order: "lat-lng", orderFrom: "format" };
  const queried = PAIR.exec(decode(new URLSearchParams(query).get("q") ?? "").replace(/\(.*$/, ""));
  if (queried) return toReadPosition(Number(queried[1]), Number(queried[2]), reading);
  const pair = new RegExp(`^${NUMBER},${NUMBER}(?:,-?\\d+(?:\\.\\d+)?)?$`).exec(position.replaceAll(" ", ""));
  return pair ? toReadPosition(Number(pair[1]), Number(pair[2]), reading) : "notCoordinates";
}
