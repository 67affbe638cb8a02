import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  MAX_COORDINATE_TEXT,
  parseCoordinates,
  type ReadCoordinates,
} from "../../../src/input/coordinates/coordinates.ts";

const read = (text: string): ReadCoordinates => {
  const parsed = parseCoordinates(text);
  if (parsed === null || "problem" in parsed) throw new Error(`${text}: ${JSON.stringify(parsed)}`);
  return parsed;
};
const problemOf = (text: string) => {
  const parsed = parseCoordinates(text);
  return parsed && "problem" in parsed ? parsed.problem : null;
};
/** Approximate metres between two positions that are close together. */
const metresApart = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot((((a[0] - b[0] + 540) % 360) - 180) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1]) * 111_320;

const KYIV = [30.5234, 50.4501] as const;
/** The same position in the notations of many programs and people. */
const SAME_PLACE: Record<string, string[]> = {
  decimal: [
    "50.4501, 30.5234",
    "50.4501 30.5234",
    "50.4501;30.5234",
    "50.4501/30.5234",
    "(50.4501, 30.5234)",
    "50.4501° 30.5234°",
    "50,4501 30,5234",
    "50,4501; 30,5234",
    "50,4501, 30,5234",
    "50.4501N 30.5234E",
    "N50.4501 E30.5234",
    "30.5234E 50.4501N",
    "50.4501° N, 30.5234° E",
    "lat 50.4501 lng 30.5234",
    "Longitude: 30.5234, Latitude: 50.4501",
    "50.4501° пн. ш., 30.5234° сх. д.",
    "50,4501° с. ш. 30,5234° в. д.",
    "50.4501°B 30.5234°Đ",
    "vĩ độ 50.4501, kinh độ 30.5234",
    "50.4501 north, 30.5234 east",
    "５０.4501, 30.5234",
    "50.4501 північної широти, 30.5234 східної довготи",
    "50.4501 độ vĩ Bắc, 30.5234 độ kinh Đông",
    "\u200b50.4501,\u00a030.5234\n",
  ],
  minutes: [
    "50°27.006′ N 30°31.404′ E",
    "50 27.006, 30 31.404",
    "N 50° 27.006 E 030° 31.404",
    "50° 27,006' пн.ш.; 30° 31,404' сх.д.",
  ],
  seconds: [
    "50°27'00.36\"N 30°31'24.24\"E",
    "50°27′00.36″N, 30°31′24.24″E",
    "50 27 0.36 N 30 31 24.24 E",
    "50-27-00.36N 030-31-24.24E",
    "502700.36N0303124.24E",
    "50°27’00,36” С 30°31’24,24” В",
    "50d27m0.36s N 30d31m24.24s E",
    "50°27'0.36''N 30°31'24.24''E",
    "50º27´00.36¨".replace("¨", "''") + " N 30º31´24.24'' E",
  ],
  iso6709: ["+50.4501+030.5234/", "+5027.006+03031.404/", "+502700.36+0303124.24+150CRSWGS_84/"],
  wkt: ["POINT(30.5234 50.4501)", "SRID=4326;POINT Z (30.5234 50.4501 179)"],
  geo: [
    "geo:50.4501,30.5234",
    "geo:50.4501,30.5234,179;crs=wgs84;u=10",
    "geo:0,0?q=50.4501,30.5234(Kyiv)",
    "GEO:50.4501,30.5234?z=11",
  ],
  link: [
    "https://www.google.com/maps/place/Kyiv/@50.40,30.25,11z/data=!3m1!4b1!4m6!3m5!1s0x40d4:0x76!8m2!3d50.4501!4d30.5234!16zL20?entry=ttu",
    "https://www.google.com/maps/@50.4501,30.5234,11z",
    "https://maps.google.com/?q=50.4501,30.5234",
    "https://www.google.com/maps/search/?api=1&query=50.4501%2C30.5234",
    "https://www.google.com/maps/place/50%C2%B027'00.4%22N+30%C2%B031'24.2%22E/@50.1,30.1,17z",
    "see https://maps.google.com/maps?ll=50.4501,30.5234&z=12",
    "https://www.openstreetmap.org/#map=12/50.4501/30.5234",
    "https://www.openstreetmap.org/?mlat=50.4501&mlon=30.5234#map=6/48.0/31.0",
    "https://www.openstreetmap.org/node/1#map=12/50.4501/30.5234&layers=T",
    "https://www.bing.com/maps?cp=50.4501~30.5234&lvl=11",
    "https://www.bing.com/maps?sp=point.50.4501_30.5234_Kyiv",
    "https://yandex.com/maps/143/kyiv/?ll=30.5234%2C50.4501&z=12",
    "https://yandex.ru/maps/?ll=30.1,50.1&pt=30.5234,50.4501&z=12",
    "https://yandex.ua/maps/?whatshere%5Bpoint%5D=30.5234%2C50.4501&whatshere%5Bzoom%5D=16",
    "https://maps.apple.com/?ll=50.4501,30.5234&q=Kyiv",
    "https://maps.apple.com/place?coordinate=50.4501,30.5234&name=Kyiv",
    "https://geohack.toolforge.org/geohack.php?pagename=Kyiv&params=50.4501_N_30.5234_E_type:city",
    "https://geohack.toolforge.org/geohack.php?params=50_27_00.36_N_30_31_24.24_E_region:UA",
    "https://maps.wikimedia.org/#12/50.4501/30.5234",
    "https://mapy.cz/zakladni?x=30.5234&y=50.4501&z=11",
    "https://waze.com/ul?ll=50.4501%2C30.5234",
    "https://wikimapia.org/#lang=en&lat=50.4501&lon=30.5234&z=12",
  ],
};

describe("parseCoordinates", () => {
  for (const [format, texts] of Object.entries(SAME_PLACE)) {
    it.each(texts)(`reads ${format}: %s`, (text) => {
      const { lngLat, reading } = read(text);
      expect(metresApart(lngLat, KYIV)).toBeLessThan(2);
      expect(reading.format).toBe(format);
    });
  }

  it("reads N as nam, south, only next to Vietnamese letters or words", () => {
    expect(read("10°30'N 106°30'E").lngLat).toEqual([106.5, 10.5]);
    expect(read("10°30'N 106°30'Đ").lngLat).toEqual([106.5, -10.5]);
    expect(read("10°30'B 77°30'T").lngLat).toEqual([-77.5, 10.5]);
    expect(read("vĩ độ 10,5 N; kinh độ 106,5 Đ").lngLat).toEqual([106.5, -10.5]);
    expect(read("10.5 Nam, 106.5 Tây").lngLat).toEqual([-106.5, -10.5]);
  });

  it("reads every hemisphere in Ukrainian and Russian", () => {
    expect(read("33,5° пд. ш. 70,25° зх. д.").lngLat).toEqual([-70.25, -33.5]);
    expect(read("33,5° ю. ш. 70,25° з. д.").lngLat).toEqual([-70.25, -33.5]);
    expect(read("33,5 південної широти 70,25 західної довготи").lngLat).toEqual([-70.25, -33.5]);
    expect(read("33,5° ю.ш., 151,25° в.д.").lngLat).toEqual([151.25, -33.5]);
  });

  it("recognises the axis order if possible, and otherwise offers both", () => {
    expect(read("151.2, -33.9")).toMatchObject({
      lngLat: [151.2, -33.9],
      reading: { order: "lng-lat", orderFrom: "range" },
    });
    expect(read("-33.9, 151.2")).toMatchObject({
      lngLat: [151.2, -33.9],
      reading: { order: "lat-lng", orderFrom: "range" },
    });
    expect(read("-33.9, 151.2").other).toBeUndefined();
    expect(read("50.5, 30.25")).toMatchObject({
      lngLat: [30.25, 50.5],
      reading: { orderFrom: "custom" },
      other: { lngLat: [50.5, 30.25] },
    });
    expect(read("50.5 N, 30.25 E").other).toBeUndefined();
  });

  // ISO 6709 annex H; RFC 5870; the man page of GeographicLib's GeoConvert; Wikipedia's UTM example (CN Tower).
  it.each([
    ["+48.8577+002.295/", 48.8577, 2.295, 1],
    ["+27.5916+086.5640+8850CRSWGS_84/", 27.5916, 86.564, 1],
    ["-90+000+2800CRSWGS_84/", -90, 0, 1],
    ["+40.20361-075.00417/", 40.20361, -75.00417, 1],
    ["+1234.56-09854.321/", 12.576, -98.90535, 1],
    ["geo:48.2010,16.3695,183", 48.201, 16.3695, 1],
    ["geo:66,30;u=6.500;FOo=this%2dthat", 66, 30, 1],
    ["38SMB4488", 33.33424, 44.40363, 2],
    ["38n 444500 3688500", 33.33424, 44.40363, 2],
    ["17T 630084 4833438", 43 + 38 / 60 + 33.24 / 3600, -(79 + 23 / 60 + 13.7 / 3600), 5],
    ["UTM zone 17 N 630084 mE 4833438 mN", 43 + 38 / 60 + 33.24 / 3600, -(79 + 23 / 60 + 13.7 / 3600), 5],
    ["630084 4833438 17T", 43 + 38 / 60 + 33.24 / 3600, -(79 + 23 / 60 + 13.7 / 3600), 5],
  ])("agrees with the published %s", (text, lat, lng, metres) => {
    expect(metresApart(read(text).lngLat, [lng, lat])).toBeLessThan(metres);
  });

  // MGRS by NGA's @ngageoint/mgrs-js 1.0.0 and UTM by proj4js 2.22.0, neither of which the program uses.
  const truth = readFileSync(new URL("gridTruth.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  it(`agrees with NGA and PROJ on ${truth.length} grid references`, () => {
    for (const [lat = "", lng = "", mgrs = "", zone = "", hemisphere = "", easting = "", northing = ""] of truth) {
      const place = [Number(lng), Number(lat)] as const;
      expect(metresApart(read(mgrs).lngLat, place), mgrs).toBeLessThan(1);
      const utm = read(`${zone} ${hemisphere} ${easting} ${northing}`);
      const near = [utm, utm.other].filter((one) => one !== undefined).map((one) => metresApart(one.lngLat, place));
      expect(near[0], `${zone} ${hemisphere} ${easting} ${northing}`).toBeLessThan(0.01);
    }
    expect(truth.length).toBeGreaterThan(200);
  });

  it("reads a coarse grid reference as the centre of its square", () => {
    expect(read("36U UA 24 91").reading.squareM).toBe(1000);
    const corner = read("36UUA2400091000").lngLat;
    expect(metresApart(read("36U UA 24 91").lngLat, corner)).toBeGreaterThan(650);
    expect(metresApart(read("36U UA 24 91").lngLat, corner)).toBeLessThan(760);
  });

  it("offers both meanings of zone letter S", () => {
    expect(read("36S 325123 3891234").lngLat[1]).toBeCloseTo(35.15, 1);
    expect(read("36S 325123 3891234").other?.lngLat[1]).toBeCloseTo(-55.09, 1);
  });

  it.each([
    ["95 N, 30 E", "latitude", "95"],
    ["95, 120", "latitude", "95"],
    ["lat 95, lng 30", "latitude", "95"],
    ["−95,5; 130,5", "latitude", "−95.5"],
    ["50, 200", "longitude", "200"],
    ["geo:95,30", "latitude", "95"],
    ["https://www.openstreetmap.org/#map=12/95.5/30.5", "latitude", "95.5"],
    ["50°61' N 30° E", "minutes", "61"],
    ["50°10'75\" N 30° E", "seconds", "75"],
    ["50.5°10' N 30° E", "wholeDegrees", "50.5"],
    ["50.45", "oneCoordinate", undefined],
    ["50°27'00\"N", "oneCoordinate", undefined],
    ["50.1, 30.2, 12.3", "manyNumbers", undefined],
    ["50 N, 30 N", "sameAxis", undefined],
    ["-50 N, 30 E", "signAndLetter", undefined],
    ["61U 325123 5591234", "utmZone", "61"],
    ["36U 1325123 5591234", "utmEasting", "1325123"],
    ["36U 325123 1234567", "utmBand", "U"],
    ["36O 325123 5591234", "utmBand", "O"],
    ["31U II 12 34", "gridSquare", "II"],
    ["31U DJ 12345 12345", "gridSquare", "DJ"],
    ["31UDQ123", "gridDigits", "123"],
    ["31U DQ 12 345", "gridDigits", "12345"],
    ["Z AB 12345 12345", "gridPolar", undefined],
    ["geo:50,30;crs=Moon-2011", "geoSystem", "Moon-2011"],
    ["geo:fifty,30", "notCoordinates", undefined],
    ["https://maps.app.goo.gl/AbCd1234", "linkWithoutCoordinates", undefined],
    ["https://www.google.com/maps/place/Kyiv", "linkWithoutCoordinates", undefined],
    ["1".repeat(MAX_COORDINATE_TEXT + 1), "tooLong", undefined],
  ])("reports the problem with %s", (text, code, value) => {
    const problem = problemOf(text);
    expect(problem?.code).toBe(code);
    if (value !== undefined) expect(problem).toMatchObject({ values: { value } });
  });

  it.each([
    "",
    "  ",
    "Kyiv",
    "Київ",
    "Hà Nội",
    "N",
    "Nam Định 2",
    "Saint-Denis",
    "10 Downing Street",
    "Quận 1",
    "м. Київ, 3",
    "<b>50</b>x",
  ])("returns null for %s, so that places are searched", (text) => expect(parseCoordinates(text)).toBeNull());

  const latitude = fc.double({ min: -90, max: 90, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6);
  const longitude = fc.double({ min: -180, max: 180, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6);
  const letters = {
    en: ["N", "S", "E", "W"],
    vi: ["B", "N", "Đ", "T"],
    uk: ["пн. ш.", "пд. ш.", "сх. д.", "зх. д."],
    ru: ["с. ш.", "ю. ш.", "в. д.", "з. д."],
  };
  const dms = (value: number, comma: boolean): string => {
    const total = Math.round(Math.abs(value) * 3600 * 1000);
    const seconds = ((total % 60_000) / 1000).toFixed(3);
    return `${Math.floor(total / 3_600_000)}°${Math.floor(total / 60_000) % 60}′${comma ? seconds.replace(".", ",") : seconds}″`;
  };

  it("round-trips any position in any notation", () => {
    fc.assert(
      fc.property(
        latitude,
        longitude,
        fc.constantFrom(...Object.values(letters)),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(" ", "; ", ", "),
        (lat, lng, [n, s, e, w], comma, lngFirst, between) => {
          const parts = [`${dms(lat, comma)} ${lat < 0 ? s : n}`, `${dms(lng, comma)} ${lng < 0 ? w : e}`];
          const text = (lngFirst ? parts.reverse() : parts).join(between);
          expect(metresApart(read(text).lngLat, [lng, lat]), text).toBeLessThan(0.1);
          expect(read(`${lat}, ${lng}`).lngLat, `${lat}, ${lng}`).toEqual([lng + 0, lat + 0]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("never throws, only returns valid coordinates, and is fast, for any text", () => {
    const pieces = fc.constantFrom(
      "50.45",
      "30,52",
      "°",
      "'",
      '"',
      "N",
      "S",
      "Đ",
      "T",
      "пн. ш.",
      "36U",
      "DQ",
      " ",
      ",",
      ";",
      "-",
      "+",
      "geo:",
      "https://",
      "@",
      "!3d",
      "q=",
      "#map=",
      "/",
      "(",
      "99999999999",
      "e9",
      "%",
      "\u0000",
      "lat",
      "vĩ độ",
      "POINT(",
    );
    const input = fc.oneof(
      fc.string({ maxLength: 200, unit: "grapheme" }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(" ")),
    );
    const start = performance.now();
    fc.assert(
      fc.property(input, (text) => {
        const parsed = parseCoordinates(text);
        if (parsed === null || "problem" in parsed) return;
        for (const { lngLat } of [parsed, ...(parsed.other ? [parsed.other] : [])]) {
          expect(Math.abs(lngLat[0])).toBeLessThanOrEqual(180);
          expect(Math.abs(lngLat[1])).toBeLessThanOrEqual(90);
        }
      }),
      { numRuns: 3000 },
    );
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it.each([
    "1 ".repeat(1000),
    "1,".repeat(1000),
    "пн ".repeat(600),
    `https://x.y/${"place/".repeat(300)}`,
    "(".repeat(2000),
    `${"-".repeat(1999)}1`,
    `https://a.b/?q=${"1,".repeat(900)}`,
    "độ ".repeat(600) + "1",
  ])("is fast for a long text %#", (text) => {
    const start = performance.now();
    parseCoordinates(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
