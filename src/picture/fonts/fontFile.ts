import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { FontFace } from "./fontFaces.ts";

const require = createRequire(import.meta.url);

/** The file URL of a font face. For Node only. */
export function fontFile(face: FontFace): URL {
  return pathToFileURL(require.resolve(`@expo-google-fonts/noto-sans/${face.path}`));
}
