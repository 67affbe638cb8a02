import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** Text of every file of the program, by its path from src/. */
export const sources: Record<string, string> = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
);

const all = Object.values(sources).join("\n");
const matches = (pattern: RegExp): Set<string> => new Set([...all.matchAll(pattern)].map((match) => match[1] ?? ""));

/** Whether an id stands in the program as it is. */
export const isWritten = (id: string): boolean => all.includes(`"${id}"`);

/** Ids given to translate as they stand. */
export const translatedIds = matches(/\btranslate\(\s*"([^"]+)"/g);

/** Beginnings of ids that are put together at run time: `edit.${action}`. */
export const idPrefixes = matches(/`([a-zA-Z][\w-]*(?:\.[\w-]+)*\.)\$\{/g);

/** The same where the compiler is told to believe in them. */
export const castPrefixes = matches(/`([a-zA-Z][\w-]*(?:\.[\w-]+)*\.)\$\{[^`]*`\s+as MessageId/g);

/** Codes of what the user is told: `notice.<code>`. */
export const noticeCodes = new Set([
  ...matches(/\bnotify\(\{[^}]*\bcode: "(\w+)"/g),
  ...matches(/\breportProblems\(\s*"(\w+)"/g),
  ...matches(/\bnotifyLimit\(\s*"(\w+)"/g),
]);
