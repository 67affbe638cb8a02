import type { LanguageCode, Messages } from "./messages.ts";
import en from "./messages/en.json";

const loaders: Record<LanguageCode, () => Promise<Messages>> = {
  en: () => Promise.resolve(en),
  vi: () => import("./messages/vi.json").then((module) => module.default),
  uk: () => import("./messages/uk.json").then((module) => module.default),
};

/** Messages of a language; English is in the first load, the others come when they are first needed. */
export function loadMessages(language: LanguageCode): Promise<Messages> {
  return loaders[language]();
}
