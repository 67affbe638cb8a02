import { formatNumber } from "../../i18n/numbers.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { CoordinateReading } from "../../input/coordinates/coordinates.ts";

/** How a position was understood: `decimal degrees, read as latitude, longitude`. */
export function readingInWords(
  { format, host, order, orderFrom, squareM }: CoordinateReading,
  translate: Translate,
): string {
  const parts = [host === undefined ? translate(`reading.${format}`) : translate("reading.linkOf", { host })];
  // If letters or the format show which number is which, no explanation is needed.
  if (orderFrom === "custom" || orderFrom === "range")
    parts.push(translate(order === "lat-lng" ? "reading.latFirst" : "reading.lngFirst"));
  if (squareM !== undefined)
    parts.push(
      translate("reading.square", {
        side: translate("reading.metres", { count: formatNumber(translate.language, squareM) }),
      }),
    );
  return parts.join(", ");
}
