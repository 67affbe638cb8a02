import { type LanguageCode, traitsOf } from "./languages.ts";

/** Whether an item contains a separator that makes it look like two. Commas in brackets or within numbers do not. */
const hasParts = (item: string): boolean => /[,;]\s/.test(item.replaceAll(/\([^)]*\)/g, ""));

/** Joins items as the language does: `Kyiv, Odesa and Lviv`. Items that contain commas are separated by semicolons. */
export function formatList(language: LanguageCode, items: string[]): string {
  const text = new Intl.ListFormat(traitsOf(language).locale, { type: "conjunction" }).format(items);
  if (items.length < 3 || !items.some(hasParts)) return text;
  const last = new Intl.ListFormat(traitsOf(language).locale, { type: "conjunction" }).format(items.slice(-2));
  return [...items.slice(0, -2), last].join("; ");
}
