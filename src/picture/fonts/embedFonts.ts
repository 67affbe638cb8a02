import ranges from "@fontsource/noto-sans/unicode.json";
import { FONT_FACES, FONT_STACK } from "./fontFaces.ts";

/** The scripts into which the web font is split, as far as pictures use them. */
const FONT_SCRIPTS = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek"] as const;

/** The name of a web font's file in its package. */
const webFontName = (script: string, weight: number, italic: boolean): string =>
  `noto-sans-${script}-${weight}-${italic ? "italic" : "normal"}.woff2`;

const contains = (range: string, code: number): boolean =>
  range.split(",").some((part) => {
    const [from = "", to = from] = part.trim().slice(2).split("-");
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16);
  });

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/**
 * The `@font-face` rules that embed the fonts in an SVG. For each face, only the files with characters of the picture are included.
 *
 * @param svg the picture without the rules
 * @param load reads a file of the web font package by name
 */
export async function embeddedFontFaces(svg: string, load: (name: string) => Promise<Uint8Array>): Promise<string> {
  const family = FONT_STACK.split(",")[0] ?? "";
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1] ?? "").join("");
  const codes = [...new Set(texts)].map((character) => character.codePointAt(0) ?? 32);
  const table = ranges as Record<string, string>;
  const scripts = FONT_SCRIPTS.filter((script) => codes.some((code) => contains(table[script] ?? "", code)));
  const faces = FONT_FACES.filter((face) =>
    face.italic
      ? svg.includes('font-style="italic"')
      : face.weight === 400 || svg.includes(`font-weight="${face.weight}"`),
  );
  const rules = await Promise.all(
    faces.flatMap((face) =>
      scripts.map(async (script) => {
        const data = toBase64(await load(webFontName(script, face.weight, face.italic)));
        return `@font-face{font-family:${family};font-weight:${face.weight};font-style:${face.italic ? "italic" : "normal"};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${table[script]}}`;
      }),
    ),
  );
  return rules.join("\n");
}
