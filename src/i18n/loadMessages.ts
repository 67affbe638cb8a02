import { DEFAULT_LANGUAGE, type LanguageCode } from "./languages.ts";
import type { Messages } from "./messages.ts";
import en from "./messages/en.json";

const others = import.meta.glob<Messages>(["./messages/*.json", "!./messages/en.json"], { import: "default" });

/** Loads the messages of a language. English is in the first load, but for what laterWords.ts adds; the others are loaded on first use. */
export async function loadMessages(language: LanguageCode): Promise<Messages> {
  if (language === DEFAULT_LANGUAGE) return en;
  const load = others[`./messages/${language}.json`];
  if (!load) throw new Error(`there are no messages in ${language}`);
  return load();
}
