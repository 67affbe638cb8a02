import { parseArgs } from "node:util";
import { EXPORT_FORMATS, findFormat, type FormatId, TEXT_MODES, type TextMode } from "../files/formats.ts";
import type { Projection } from "../scenario/scenario.ts";
import { type CompositionId, COMPOSITIONS } from "../picture/layout/composition.ts";
import { findSlot, type Slot, SLOTS } from "../picture/layout/slots.ts";
import { type LanguageCode, LANGUAGES } from "../i18n/languages.ts";

/** The validated command line. */
export interface RenderRequest {
  /** Paths of scenarios; `-` is standard input. */
  inputs: string[];
  /** A path, or `-` for standard output; absent where `outDir` is given. */
  out?: string;
  outDir?: string;
  format: FormatId;
  language?: LanguageCode;
  projection?: Projection;
  theme: "light" | "dark" | "print";
  text: TextMode;
  width: number;
  height: number;
  dpi: number;
  /** The place that the picture is made for, which decides how it is laid out. */
  slot?: Slot;
  composition?: CompositionId;
}

/** An error in the command line itself. */
export class UsageError extends Error {}

const MAX_PIXELS = 16_384;
const THEMES = ["light", "dark", "print"] as const;
const PROJECTIONS = ["mercator", "azimuthal-equidistant", "globe"] as const satisfies readonly Projection[];

const SLOT_IDS = SLOTS.map(({ id }) => id);

const OPTIONS = {
  out: { type: "string", short: "o" },
  "out-dir": { type: "string" },
  format: { type: "string", short: "f" },
  language: { type: "string" },
  projection: { type: "string" },
  theme: { type: "string" },
  text: { type: "string" },
  slot: { type: "string" },
  composition: { type: "string" },
  width: { type: "string" },
  height: { type: "string" },
  dpi: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

function oneOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((item) => item === value);
  if (found === undefined) throw new UsageError(`--${name} ${value}: should be one of ${known.join(", ")}`);
  return found;
}

function wholeNumber(
  name: string,
  value: string | undefined,
  fallback: number,
  [least, most]: [number, number],
): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new UsageError(`--${name} ${value}: should be a whole number from ${least} to ${most}`);
  return number;
}

function formatOf(format: string | undefined, out: string | undefined): FormatId {
  const known = EXPORT_FORMATS.map(({ id }) => id).join(", ");
  if (format !== undefined) {
    const found = findFormat(format);
    if (!found) throw new UsageError(`--format ${format}: should be one of ${known}`);
    return found.id;
  }
  if (out === undefined || out === "-") throw new UsageError(`--format is needed here: one of ${known}`);
  const extension = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase();
  const found = EXPORT_FORMATS.find((item) => item.extension === extension);
  if (!found)
    throw new UsageError(
      `--out ${out}: its name should end in ${EXPORT_FORMATS.map((item) => `.${item.extension}`).join(", ")}, or give --format`,
    );
  return found.id;
}

/**
 * Reads the command line.
 *
 * @returns undefined if help is requested
 * @throws UsageError with one line that says what would be valid
 */
export function parseRenderArguments(args: string[]): RenderRequest | undefined {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split("\n")[0] : String(error));
  }
  const { values, positionals: inputs } = parsed;
  if (values.help) return undefined;
  const { out, "out-dir": outDir } = values;
  if (inputs.length === 0) throw new UsageError("no scenario is given; name a file, or - for standard input");
  if (out !== undefined && outDir !== undefined) throw new UsageError("--out and --out-dir: should be one of the two");
  if (out === undefined && outDir === undefined)
    throw new UsageError("where to? Give --out FILE, --out - for standard output, or --out-dir FOLDER");
  if (out !== undefined && inputs.length > 1)
    throw new UsageError(
      `--out takes one scenario, and ${inputs.length} are given; use --out-dir FOLDER --format FORMAT`,
    );
  if (inputs.filter((input) => input === "-").length > 1)
    throw new UsageError("- stands for standard input, which can be read once only");
  const language = oneOf("language", values.language, LANGUAGES);
  const projection = oneOf("projection", values.projection, PROJECTIONS);
  const composition = oneOf("composition", values.composition, COMPOSITIONS);
  const slot = findSlot(oneOf("slot", values.slot, SLOT_IDS) ?? "");
  if (slot && (values.width !== undefined || values.height !== undefined))
    throw new UsageError(`--slot ${slot.id}: has a size of its own; leave out --width and --height`);
  // A printed slot's pages have its size on paper.
  const dpi = slot ? Math.round((slot.width / slot.layoutWidth) * 96) : 96;
  return {
    inputs,
    ...(out !== undefined && { out }),
    ...(outDir !== undefined && { outDir }),
    format: formatOf(values.format, out),
    ...(language && { language }),
    ...(projection && { projection }),
    theme: oneOf("theme", values.theme, THEMES) ?? "light",
    text: oneOf("text", values.text, TEXT_MODES) ?? "named",
    width: wholeNumber("width", values.width, slot?.width ?? 1600, [16, MAX_PIXELS]),
    height: wholeNumber("height", values.height, slot?.height ?? 900, [16, MAX_PIXELS]),
    dpi: wholeNumber("dpi", values.dpi, dpi, [36, 2400]),
    ...(slot && { slot }),
    ...(composition && { composition }),
  };
}

export const HELP = `Renders a scenario of Range Rings: a picture, or the data behind it.

  npm run --silent render -- SCENARIO.json --out FILE

  SCENARIO.json            a file that the app saved; - reads standard input
  --out FILE               its ending says the format; - writes standard output
  --out-dir FOLDER         one file for each of several scenarios, named like them
  --format FORMAT          ${EXPORT_FORMATS.map(({ id }) => id).join(", ")}
  --language en|vi|uk      the scenario's own unless given
  --slot NAME              ${SLOT_IDS.join(", ")}: size, dpi and type of a place in print or
                           on a screen
  --composition NAME       map, column (a list of ranges beside it) or chart
  --width, --height        pixels, 1600 and 900 unless given, at most ${MAX_PIXELS} each
  --projection NAME        mercator, azimuthal-equidistant (centred on the first launch point) or globe; unless given,
                           the scenario's own, and azimuthal-equidistant instead of mercator from 800 km on
  --theme NAME             light, dark or print
  --text MODE              SVG: named (by the font's name), embedded, outlined; PDF: outlined
  --dpi NUMBER             pixels to an inch of a PDF's page, 96 unless given
  --help                   this text

Examples
  npm run --silent render -- map.json --out map.svg
  npm run --silent render -- map.json --out map.png --width 3840 --height 2160 --language vi
  npm run --silent render -- map.json --out page.pdf --width 3508 --height 2480 --dpi 300
  npm run --silent render -- map.json --out map.svg --projection azimuthal-equidistant
  cat map.json | npm run --silent render -- - --out - --format geojson > map.geojson
  npm run --silent render -- maps/*.json --out-dir pictures --format png

Exit code: 0 when every file was written, 1 when a scenario or a path is wrong, 2 when this command is. A scenario
with any problem is not rendered, and each problem is a line on standard error.
`;
