import { type LanguageCode, traitsOf } from "./languages.ts";

/** Whether an item could be taken for two: a comma in brackets or within a number parts nothing. */
const hasParts = (item: string): boolean => /[,;]\s/.test(item.replaceAll(/\([^)]*\)/g, ""));

/** Items in a list as the language writes one: `Kyiv, Odesa and Lviv`. Items that have commas of their own are parted by semicolons. */
export function formatList(language: LanguageCode, items: string[]): string {
  const text = new Intl.ListFormat(traitsOf(language).locale, { type: "conjunction" }).format(items);
  if (items.length < 3 || !items.some(hasParts)) return text;
  const last = new Intl.ListFormat(traitsOf(language).locale, { type: "conjunction" }).format(items.slice(-2));
  return [...items.slice(0, -2), last].join("; ");
}
