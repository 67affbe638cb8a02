import type * as z from "zod";

/** One problem in the catalogue's files: its location, the value found there, and what is expected. */
export interface CatalogProblem {
  /** From the root of the project: `data/systems/x.json`. */
  file: string;
  /** `figures[3].source`; empty for the whole file. */
  path: string;
  /** The value found, quoted; absent if there is none. */
  value?: string;
  message: string;
}

export type Path = readonly PropertyKey[];

/** Reports a problem at a path of the file that is being checked. */
export type Report = (path: Path, value: unknown, message: string) => void;

/** `data/systems/x.json: figures[3].source: "S99" is not in data/sources.json` */
export function toLine({ file, path, value, message }: CatalogProblem): string {
  const text = value === undefined ? message : `${value} ${message}`;
  return path === "" ? `${file}: ${text}` : `${file}: ${path}: ${text}`;
}

export function toProblem(file: string, path: Path, value: unknown, message: string): CatalogProblem {
  const where = path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
  return value === undefined ? { file, path: where, message } : { file, path: where, value: quote(value), message };
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
const NOUNS: Record<string, string> = {
  string: "text",
  array: "a list",
  object: "an object",
  number: "a number",
  boolean: "true or false",
};

function expectation(issue: z.core.$ZodIssue): string {
  if (!ZODS_OWN.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return `should be ${NOUNS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `should be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    case "too_small":
      if (issue.origin !== "number") return "should not be empty";
      return `should be ${issue.inclusive === true ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      return `should be at most ${issue.maximum}${issue.origin === "number" ? "" : " long"}`;
    case "invalid_format":
      return `should be a valid ${issue.format}`;
    default:
      return issue.message;
  }
}

/** Converts Zod's issues to problems with the value found at each path and what is expected there. */
export function toProblems(file: string, error: z.core.$ZodError, input: unknown): CatalogProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) =>
        toProblem(
          file,
          [...issue.path, key],
          valueAt(input, [...issue.path, key]),
          "is in a field that the catalogue does not know",
        ),
      );
    const value = valueAt(input, issue.path);
    return [
      toProblem(
        file,
        issue.path,
        value,
        value === undefined ? `is missing; it ${expectation(issue)}` : expectation(issue),
      ),
    ];
  });
}
