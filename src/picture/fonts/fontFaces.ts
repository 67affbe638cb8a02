/** A face of Noto Sans that pictures use. */
export interface FontFace {
  id: "regular" | "semibold" | "bold" | "italic";
  weight: 400 | 600 | 700;
  italic: boolean;
  /** The path within the package of the font files. */
  path: string;
}

export const FONT_FACES: FontFace[] = [
  { id: "regular", weight: 400, italic: false, path: "400Regular/NotoSans_400Regular.ttf" },
  { id: "semibold", weight: 600, italic: false, path: "600SemiBold/NotoSans_600SemiBold.ttf" },
  { id: "bold", weight: 700, italic: false, path: "700Bold/NotoSans_700Bold.ttf" },
  { id: "italic", weight: 400, italic: true, path: "400Regular_Italic/NotoSans_400Regular_Italic.ttf" },
];

export type FontFaceId = FontFace["id"];

/** The face for a weight and slant. */
export function faceOf(weight: number, italic = false): FontFaceId {
  if (italic) return "italic";
  return weight >= 700 ? "bold" : weight >= 600 ? "semibold" : "regular";
}

/** The CSS font family of a picture: our font, then the most similar ones for machines without it. */
export const FONT_STACK = "'Noto Sans', 'Open Sans', 'Segoe UI', Arial, sans-serif";
