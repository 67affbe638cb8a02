import type { Translate } from "../i18n/messages.ts";
import { formatLength, formatNumber, fromKm, KM_PER_UNIT, type LengthUnit } from "../i18n/numbers.ts";

/** A scale bar: its length in the picture and its label. */
export interface ScaleBar {
  widthPx: number;
  km: number;
  /** `500 km at 49° N` on Mercator, where the scale depends on latitude. */
  label: string;
}

/** The equatorial circumference of WGS84 in kilometres divided by the width of the world in pixels at zoom 0. */
const KM_PER_PIXEL_AT_ZOOM_0 = 40_075.016_685_578_5 / 512;

const ROUND = [1, 2, 2.5, 5];

/** Kilometres per pixel of a Mercator map at a latitude, for 512-pixel tiles. */
export function kmPerPixel(latitude: number, zoom: number): number {
  return (KM_PER_PIXEL_AT_ZOOM_0 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
}

/** The longest bar of a round length that is at most `mostPx` wide. */
export function buildScaleBar(
  { latitude, zoom, mostPx, units }: { latitude: number; zoom: number; mostPx: number; units: LengthUnit },
  translate: Translate,
): ScaleBar {
  const perPixel = kmPerPixel(latitude, zoom);
  const most = fromKm(perPixel * mostPx, units);
  const power = 10 ** Math.floor(Math.log10(most));
  const length = ROUND.map((step) => step * power).findLast((step) => step <= most) ?? power;
  const km = length * KM_PER_UNIT[units];
  // Near a pole the scale changes noticeably within one degree, so the label gives tenths.
  const tenths = Math.abs(latitude) < 60 ? 1 : 10;
  const rounded = Math.round(latitude * tenths) / tenths;
  const degrees = `${formatNumber(translate.language, Math.abs(rounded), 1)}°`;
  const side = translate(rounded < 0 ? "south" : "north");
  return {
    widthPx: km / perPixel,
    km,
    label: translate("scale.at", {
      length: formatLength(translate.language, km, units),
      latitude: `${degrees}\u00A0${side}`,
    }),
  };
}
