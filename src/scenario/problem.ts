import type * as z from "zod/mini";
import type { LanguageCode } from "../i18n/languages.ts";

/** Problems with the user's input. Each code has a message `problem.<code>` in every language. */
export const PROBLEM_CODES = [
  "latitude",
  "longitude",
  "minutes",
  "seconds",
  "wholeDegrees",
  "oneCoordinate",
  "manyNumbers",
  "notCoordinates",
  "sameAxis",
  "signAndLetter",
  "utmZone",
  "utmEasting",
  "utmNorthing",
  "utmBand",
  "gridSquare",
  "gridDigits",
  "gridPolar",
  "geoSystem",
  "linkWithoutCoordinates",
  "noPosition",
  "drawnRange",
  "tooManyRows",
  "tooManyColumns",
  "tooManySystems",
  "cutText",
  "extraCells",
  "decimalComma",
  "partsLeftOut",
  "badPositions",
  "notPlaces",
  "otherKml",
  "xmlTooDeep",
  "tookTooLong",
  "fileTooBig",
  "emptyFile",
  "nothingFound",
  "unknownFile",
  "workbook",
  "noColumns",
  "openQuote",
  "notXml",
  "xmlDoctype",
  "zipTooBig",
  "badZip",
  "noKml",
  "networkLink",
  "geometryType",
  "rangeNumber",
  "rangeUnit",
  "tooManyRanges",
  "linkTooLong",
  "linkTooLongDesk",
  "linkDamaged",
  "linkNewer",
  "savedMissing",
  "savedElsewhere",
  "storageFull",
  "storageFailed",
  "missing",
  "type",
  "choice",
  "tooBig",
  "tooSmall",
  "notAbove",
  "tooLong",
  "tooShort",
  "ringNotClosed",
  "layerTooFine",
  "layerKind",
  "countryCode",
  "color",
  "minOverMax",
  "unknownSystem",
  "otherDesk",
  "deskUnread",
  "unknownPlace",
  "duplicateId",
  "newerVersion",
  "notJson",
  "notScenario",
  "invalid",
  "notPicture",
  "noScenario",
  "pictureTooLarge",
  "pictureDamaged",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A problem with an input: its location, its code, and the values for its message. */
export interface Problem {
  /** Path in the input, in JavaScript notation: `launchPoints[2].geometry.coordinates[1]`; empty for the whole input. */
  path: string;
  code: ProblemCode;
  values: Record<string, string | number>;
  /** Of a catalogue's check, which brings its own words: they stand after the value and in place of the message. */
  words?: Record<LanguageCode, string>;
}

type Path = readonly PropertyKey[];

/** Formats a path in JavaScript notation: `launchPoints[2].name`. */
export function toPath(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

function toText(value: unknown): string {
  if (typeof value === "number" || value === undefined) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // JSON.parse accepts arrays that are nested too deeply for JSON.stringify.
    return "…";
  }
}

/** Formats a value for a message: short, on one line. */
export function quoteValue(value: unknown): string {
  const text = toText(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): Pick<Problem, "code" | "values"> {
  const quoted = quoteValue(value);
  const last = issue.path[issue.path.length - 1];
  switch (issue.code) {
    case "invalid_type":
      return value === undefined
        ? { code: "missing", values: { expected: issue.expected } }
        : { code: "type", values: { expected: issue.expected, value: quoted } };
    case "too_big":
    case "too_small": {
      const bound = Number(issue.code === "too_big" ? issue.maximum : issue.minimum);
      const ofPosition = ["coordinates", "center", "lngLat"].some((name) => issue.path.includes(name));
      if (issue.origin === "number" && ofPosition)
        return { code: last === 1 ? "latitude" : "longitude", values: { value: quoted } };
      if (issue.origin === "number" && issue.code === "too_small" && issue.inclusive === false)
        return { code: "notAbove", values: { value: quoted, bound } };
      if (issue.origin === "number")
        return { code: issue.code === "too_big" ? "tooBig" : "tooSmall", values: { value: quoted, bound } };
      const length = typeof value === "string" || Array.isArray(value) ? value.length : 0;
      return { code: issue.code === "too_big" ? "tooLong" : "tooShort", values: { length, bound } };
    }
    case "invalid_value":
      return {
        code: value === undefined ? "missing" : "choice",
        values: { value: quoted, expected: issue.values.map(String).join(", ") },
      };
    case "invalid_union":
      return {
        code: "choice",
        values: {
          value: quoted,
          expected: `Point, LineString, Polygon${issue.path.includes("features") ? "" : ", Country"}`,
        },
      };
    case "invalid_format":
    case "custom": {
      const code = PROBLEM_CODES.find((known) => known === issue.message) ?? "invalid";
      return { code, values: { value: quoted } };
    }
    default:
      return { code: "invalid", values: { value: quoted } };
  }
}

/** Converts Zod's issues to problems with the value found at each path. */
export function toProblems(error: z.core.$ZodError, input: unknown, prefix: Path = []): Problem[] {
  return error.issues.map((issue) => ({
    path: toPath([...prefix, ...issue.path]),
    ...problemOf(issue, valueAt(input, issue.path)),
  }));
}
