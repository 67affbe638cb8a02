import { readFileSync } from "node:fs";
import { byLanguage } from "../../src/i18n/languages.ts";
import { createTranslate, type Messages } from "../../src/i18n/messages.ts";

/** The contents of each language's message file. */
export const MESSAGES = byLanguage(
  (language) =>
    JSON.parse(readFileSync(new URL(`../../src/i18n/messages/${language}.json`, import.meta.url), "utf8")) as Messages,
);

/** A translate function for each language. */
export const translates = byLanguage((language) => createTranslate(language, MESSAGES[language]));
