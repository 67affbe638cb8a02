import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { FontFace } from "./fontFaces.ts";

const require = createRequire(import.meta.url);

/** The address of a face's file on this disk; for Node alone. */
export function fontFile(face: FontFace): URL {
  return pathToFileURL(require.resolve(`@expo-google-fonts/noto-sans/${face.path}`));
}
