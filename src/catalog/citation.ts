import type { RangeFigure } from "./rangeFigure.ts";
import type { Source } from "./source.ts";

/** How close a source is to first-hand knowledge: 1 manufacturer, government or treaty text … 4 other. */
export type Tier = 1 | 2 | 3 | 4;

const TIER_OF_ROLE: Partial<Record<NonNullable<RangeFigure["creditRole"]>, Tier>> = {
  manufacturer: 1,
  government: 1,
  research: 2,
};

/** The better of the page's tier and the tier of whoever it credits with the number. Only used for sorting; the interface explains it in words. */
export function tierOf(figure: RangeFigure, source: Source | undefined): Tier {
  const credited = figure.creditRole && TIER_OF_ROLE[figure.creditRole];
  return Math.min(source?.tier ?? 4, credited ?? 4) as Tier;
}

/** Percent-encodes the characters with a special meaning in text fragments: hyphen, comma and ampersand. */
const encodeFragment = (text: string): string => encodeURIComponent(text).replaceAll("-", "%2D");

/**
 * The address of a page with a text fragment, so that browsers that support them scroll to the quotation and highlight it.
 *
 * @returns the plain address if there is no quotation; undefined if there is no address
 */
export function quoteAddress({ url }: Source, quote: string | undefined): string | undefined {
  if (url === undefined || quote === undefined) return url;
  return `${url.split("#")[0]}#:~:text=${encodeFragment(quote)}`;
}

/** An item of CSL-JSON, the format in which reference managers and word processors exchange citations. */
export interface CslItem {
  id: string;
  type: "webpage" | "article-newspaper";
  title?: string;
  "container-title"?: string;
  author?: { literal: string }[];
  issued?: { "date-parts": number[][] };
  accessed?: { "date-parts": number[][] };
  language: string;
  URL?: string;
  archive?: string;
  note?: string;
}

const toDateParts = (date: string) => ({ "date-parts": [date.split("-").map(Number)] });

/** A source as CSL-JSON. Unknown fields are omitted, as the format requires. */
export function toCslItem(source: Source, note?: string): CslItem {
  const { id, publisher, author, title, language, date, accessed, url, archiveUrl } = source;
  return {
    id,
    type: source.tier === 1 ? "webpage" : "article-newspaper",
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { "container-title": publisher }),
    ...(author !== undefined && { author: [{ literal: author }] }),
    ...(date !== undefined && { issued: toDateParts(date) }),
    ...(accessed !== undefined && { accessed: toDateParts(accessed) }),
    language,
    ...(url !== undefined && { URL: url }),
    ...(archiveUrl !== undefined && { archive: archiveUrl }),
    ...(note !== undefined && note !== "" && { note }),
  };
}
