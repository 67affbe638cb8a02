import type * as z from "zod";
import { fault, inEnglish, isFaultCode, NOUNS, type Words } from "./catalogFaults.ts";

/** One problem in the catalogue's files: its location, the value found there, and what is expected. */
export interface CatalogProblem {
  /** From the root of the project: `data/systems/x.json`. */
  file: string;
  /** `figures[3].source`; empty for the whole file. */
  path: string;
  /** The value found, quoted; absent if there is none. */
  value?: string;
  /** What is wrong with it, in each language. */
  words: Words;
}

export type Path = readonly PropertyKey[];

/** Reports a problem at a path of the file that is being checked. */
export type Report = (path: Path, value: unknown, words: Words) => void;

/** `data/systems/x.json: figures[3].source: "S99" is not in data/sources.json` */
export function toLine({ file, path, value, words }: CatalogProblem): string {
  const text = value === undefined ? words.en : `${value} ${words.en}`;
  return path === "" ? `${file}: ${text}` : `${file}: ${path}: ${text}`;
}

export function toProblem(file: string, path: Path, value: unknown, words: Words): CatalogProblem {
  const where = path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
  return value === undefined ? { file, path: where, words } : { file, path: where, value: quote(value), words };
}

function toText(value: unknown): string {
  if (typeof value !== "string" && (typeof value !== "object" || value === null)) return String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return "an object that is not JSON";
  }
}

function quote(value: unknown): string {
  const text = toText(value);
  return text.length > 90 ? `${text.slice(0, 87)}…` : text;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

const ZODS_OWN = /^(Invalid|Too (small|big)|Unrecognized)/;

function expectation(issue: z.core.$ZodIssue): Words {
  if (isFaultCode(issue.message)) return fault(issue.message);
  if (!ZODS_OWN.test(issue.message)) return inEnglish(issue.message);
  switch (issue.code) {
    case "invalid_type":
      return fault("type", { noun: NOUNS[issue.expected] ?? issue.expected });
    case "invalid_value":
      return fault(issue.values.length > 1 ? "oneOf" : "only", { list: issue.values.join(", ") });
    case "too_small":
      if (issue.origin !== "number") return fault("empty");
      return fault(issue.inclusive === true ? "atLeast" : "moreThan", { bound: Number(issue.minimum) });
    case "too_big":
      return fault(issue.origin === "number" ? "atMost" : "atMostLong", { bound: Number(issue.maximum) });
    case "invalid_format":
      return fault("format", { list: issue.format });
    default:
      return inEnglish(issue.message);
  }
}

/** Converts Zod's issues to problems with the value found at each path and what is expected there. */
export function toProblems(file: string, error: z.core.$ZodError, input: unknown): CatalogProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) =>
        toProblem(file, [...issue.path, key], valueAt(input, [...issue.path, key]), fault("unknownField")),
      );
    const value = valueAt(input, issue.path);
    return [
      toProblem(
        file,
        issue.path,
        value,
        value === undefined ? fault("missing", { wish: expectation(issue) }) : expectation(issue),
      ),
    ];
  });
}
