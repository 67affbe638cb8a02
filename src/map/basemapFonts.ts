import cyrillic400 from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url";
import cyrillic400Italic from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-italic.woff2?url";
import cyrillic600 from "@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url";
import cyrillicExt400 from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?url";
import cyrillicExt400Italic from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-italic.woff2?url";
import cyrillicExt600 from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff2?url";
import latin400 from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import latin400Italic from "@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url";
import latin600 from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url";
import latinExt400 from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url";
import latinExt400Italic from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url";
import latinExt600 from "@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url";
import vietnamese400 from "@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url";
import vietnamese400Italic from "@fontsource/noto-sans/files/noto-sans-vietnamese-400-italic.woff2?url";
import vietnamese600 from "@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2?url";
import type { StyleSpecification } from "maplibre-gl";
import { basemapFontNames } from "./basemapStyle.ts";

type FontFaces = NonNullable<StyleSpecification["font-faces"]>;

// The same ranges as in the package's CSS.
const ranges = {
  cyrillicExt: ["U+0460-052F", "U+1C80-1C8A", "U+20B4", "U+2DE0-2DFF", "U+A640-A69F", "U+FE2E-FE2F"],
  cyrillic: ["U+0301", "U+0400-045F", "U+0490-0491", "U+04B0-04B1", "U+2116"],
  vietnamese: [
    "U+0102-0103",
    "U+0110-0111",
    "U+0128-0129",
    "U+0168-0169",
    "U+01A0-01A1",
    "U+01AF-01B0",
    "U+0300-0301",
    "U+0303-0304",
    "U+0308-0309",
    "U+0323",
    "U+0329",
    "U+1EA0-1EF9",
    "U+20AB",
  ],
  latinExt: [
    "U+0100-02BA",
    "U+02BD-02C5",
    "U+02C7-02CC",
    "U+02CE-02D7",
    "U+02DD-02FF",
    "U+0304",
    "U+0308",
    "U+0329",
    "U+1D00-1DBF",
    "U+1E00-1E9F",
    "U+1EF2-1EFF",
    "U+2020",
    "U+20A0-20AB",
    "U+20AD-20C0",
    "U+2113",
    "U+2C60-2C7F",
    "U+A720-A7FF",
  ],
  latin: [
    "U+0000-00FF",
    "U+0131",
    "U+0152-0153",
    "U+02BB-02BC",
    "U+02C6",
    "U+02DA",
    "U+02DC",
    "U+0304",
    "U+0308",
    "U+0329",
    "U+2000-206F",
    "U+20AC",
    "U+2122",
    "U+2191",
    "U+2193",
    "U+2212",
    "U+2215",
    "U+FEFF",
    "U+FFFD",
  ],
};

const face = (url: string, range: readonly string[]) => ({
  url: new URL(url, document.baseURI).href,
  "unicode-range": [...range],
});

/** The style's `font-faces`. Only files with characters that occur in the view are loaded. */
export function basemapFontFaces(): FontFaces {
  return {
    [basemapFontNames.regular]: [
      face(cyrillicExt400, ranges.cyrillicExt),
      face(cyrillic400, ranges.cyrillic),
      face(vietnamese400, ranges.vietnamese),
      face(latinExt400, ranges.latinExt),
      face(latin400, ranges.latin),
    ],
    [basemapFontNames.semibold]: [
      face(cyrillicExt600, ranges.cyrillicExt),
      face(cyrillic600, ranges.cyrillic),
      face(vietnamese600, ranges.vietnamese),
      face(latinExt600, ranges.latinExt),
      face(latin600, ranges.latin),
    ],
    [basemapFontNames.italic]: [
      face(cyrillicExt400Italic, ranges.cyrillicExt),
      face(cyrillic400Italic, ranges.cyrillic),
      face(vietnamese400Italic, ranges.vietnamese),
      face(latinExt400Italic, ranges.latinExt),
      face(latin400Italic, ranges.latin),
    ],
  };
}
