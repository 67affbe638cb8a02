import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** The text of every source file, by path from src/. */
export const sources: Record<string, string> = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]),
);

const all = Object.values(sources).join("\n");
const matches = (pattern: RegExp): Set<string> => new Set([...all.matchAll(pattern)].map((match) => match[1] ?? ""));

/** Whether an id occurs literally in the source. */
export const isWritten = (id: string): boolean => all.includes(`"${id}"`);

/** Literal ids in calls to translate. */
export const translatedIds = matches(/\btranslate\(\s*"([^"]+)"/g);

/** Prefixes of ids that are composed at run time: `edit.${action}`. */
export const idPrefixes = matches(/`([a-zA-Z][\w-]*(?:\.[\w-]+)*\.)\$\{/g);

/** The same for ids with a type assertion. */
export const castPrefixes = matches(/`([a-zA-Z][\w-]*(?:\.[\w-]+)*\.)\$\{[^`]*`\s+as MessageId/g);

/** Codes of notices: `notice.<code>`. */
export const noticeCodes = new Set([
  ...matches(/\bnotify\(\{[^}]*\bcode: "(\w+)"/g),
  ...matches(/\breportProblems\(\s*"(\w+)"/g),
  ...matches(/\bnotifyLimit\(\s*"(\w+)"/g),
]);
