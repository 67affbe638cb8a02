import type { Translate } from "../i18n/messages.ts";
import { formatLength, formatNumber, fromKm, KM_PER_UNIT, type LengthUnit } from "../i18n/numbers.ts";

/** A scale bar: how long it is on the picture, and what it says. */
export interface ScaleBar {
  widthPx: number;
  km: number;
  /** `500 km at 49° N` on Mercator, where a scale holds at one latitude only. */
  label: string;
}

/** Equatorial circumference of WGS84 in kilometres, over the width of the world at zoom 0. */
const KM_PER_PIXEL_AT_ZOOM_0 = 40_075.016_685_578_5 / 512;

const ROUND = [1, 2, 2.5, 5];

/** Kilometres to a pixel of a Mercator map at a latitude, for 512-pixel tiles. */
export function kmPerPixel(latitude: number, zoom: number): number {
  return (KM_PER_PIXEL_AT_ZOOM_0 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
}

/** The longest bar of a round length that is no wider than `mostPx`. */
export function buildScaleBar(
  { latitude, zoom, mostPx, units }: { latitude: number; zoom: number; mostPx: number; units: LengthUnit },
  translate: Translate,
): ScaleBar {
  const perPixel = kmPerPixel(latitude, zoom);
  const most = fromKm(perPixel * mostPx, units);
  const power = 10 ** Math.floor(Math.log10(most));
  const length = ROUND.map((step) => step * power).findLast((step) => step <= most) ?? power;
  const km = length * KM_PER_UNIT[units];
  // Towards a pole the scale changes by more than the eye forgives within one degree.
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
