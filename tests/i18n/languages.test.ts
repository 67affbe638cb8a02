import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { byLanguage, DEFAULT_LANGUAGE, LANGUAGES, traitsOf } from "../../src/i18n/languages.ts";
import { LocalTextSchema } from "../../src/catalog/localText.ts";
import { DisplaySchema } from "../../src/scenario/scenario.ts";
import { sources } from "./sourceIds.ts";
import { MESSAGES } from "./translates.ts";

describe("the list of languages", () => {
  it("is the only one: no other file refers to them, except for the Vietnamese date format", () => {
    const naming = Object.entries(sources)
      .filter(([, text]) => /"(?:vi|uk)"|\b(?:vi|uk):|\.(?:vi|uk)\b|_(?:vi|uk)\b/.test(text))
      .map(([path]) => path);
    expect(naming.toSorted()).toEqual(["i18n/dates.ts", "i18n/languages.ts"]);
  });

  it("matches the message files, and each language has its own name", () => {
    const folder = new URL("../../src/i18n/messages/", import.meta.url);
    expect(readdirSync(folder).toSorted()).toEqual(LANGUAGES.map((language) => `${language}.json`).toSorted());
    expect(new Set(LANGUAGES.map((language) => traitsOf(language).name)).size).toBe(LANGUAGES.length);
    expect(LANGUAGES).toContain(DEFAULT_LANGUAGE);
  });

  it("has locales that Intl supports, so that nothing falls back to another language", () => {
    for (const language of LANGUAGES) {
      const { locale } = traitsOf(language);
      expect(new Intl.Locale(locale).language).toBe(language);
      expect(Intl.DateTimeFormat.supportedLocalesOf([locale])).toEqual([locale]);
      expect(Intl.ListFormat.supportedLocalesOf([locale])).toEqual([locale]);
      expect(Intl.PluralRules.supportedLocalesOf([locale])).toEqual([locale]);
    }
  });

  it("matches the schemas of catalogue and map", () => {
    const full = byLanguage((language) => `name in ${language}`);
    expect(LocalTextSchema.parse(full)).toEqual(full);
    for (const language of LANGUAGES) {
      const { [language]: _, ...less } = full;
      expect(LocalTextSchema.safeParse(less).success).toBe(false);
      expect(DisplaySchema.parse({ language }).language).toBe(language);
    }
    expect(LocalTextSchema.safeParse({ ...full, xx: "name" }).success).toBe(false);
    expect(DisplaySchema.safeParse({ language: "xx" }).success).toBe(false);
  });
});

describe("the page's fonts", () => {
  it("contain every character of every message", () => {
    const css = readFileSync(new URL("../../src/ui/shell/fonts.css", import.meta.url), "utf8");
    const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, from = "", to = from]) => [
      Number.parseInt(from, 16),
      Number.parseInt(to, 16),
    ]);
    expect(ranges.length).toBeGreaterThan(20);
    for (const language of LANGUAGES) {
      const missing = [
        ...new Set((Object.values(MESSAGES[language]).join("") + traitsOf(language).name).match(/[\p{L}\p{M}\p{N}]/gu)),
      ].filter((character) => {
        const code = character.codePointAt(0) ?? 0;
        return !ranges.some(([from = 0, to = 0]) => code >= from && code <= to);
      });
      expect(missing, language).toEqual([]);
    }
  });
});
