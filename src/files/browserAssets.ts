import bold from "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url";
import italic from "@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf?url";
import regular from "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url";
import semibold from "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf?url";
import { basemapFiles } from "../map/basemapFiles.ts";
import { type BasemapWorld, parseBasemapWorld } from "../map/basemapWorld.ts";
import type { FontFaceId } from "../picture/fonts/fontFaces.ts";
import type { WorldScale } from "../picture/scene/worldScale.ts";
import type { ExportContext } from "./formats.ts";

const FONTS: Record<FontFaceId, string> = { regular, semibold, bold, italic };

const webFonts = import.meta.glob<string>(
  "../../node_modules/@fontsource/noto-sans/files/noto-sans-{latin,latin-ext,vietnamese,cyrillic,cyrillic-ext,greek}-{400,600,700}-{normal,italic}.woff2",
  {
    query: "?url",
    import: "default",
  },
);

async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

const bytesOf = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetchFile(address)).arrayBuffer());

/** The app's files that exports need, each fetched on first use. */
export function createBrowserAssets(baseUrl: string): ExportContext["assets"] {
  const worlds = new Map<WorldScale, Promise<BasemapWorld>>();
  return {
    world: (scale) => {
      let world = worlds.get(scale);
      if (!world) {
        world = fetchFile(new URL(basemapFiles.worlds[scale], baseUrl).href).then(async (response) =>
          parseBasemapWorld(await response.json()),
        );
        worlds.set(scale, world);
        // A file that failed to load is asked for again by the next picture.
        world.catch(() => worlds.delete(scale));
      }
      return world;
    },
    font: (face) => bytesOf(new URL(FONTS[face], baseUrl).href),
    webFont: async (name) => {
      const address = await webFonts[`../../node_modules/@fontsource/noto-sans/files/${name}`]?.();
      if (address === undefined) throw new Error(`webFont: no file is called ${name}`);
      return bytesOf(new URL(address, baseUrl).href);
    },
  };
}
