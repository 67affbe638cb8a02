import { IntlMessageFormat } from "intl-messageformat";
import type en from "./messages/en.json";

/** Every language of the program, with the name that it gives itself. */
export const LANGUAGE_NAMES = { en: "English", vi: "Tiếng Việt", uk: "Українська" } as const;
export type LanguageCode = keyof typeof LANGUAGE_NAMES;

export type MessageId = keyof typeof en;
export type Messages = Record<MessageId, string>;
export type MessageValues = Record<string, string | number>;

/** Writes a message in one language. */
export interface Translate {
  (id: MessageId, values?: MessageValues): string;
  language: LanguageCode;
}

/** True of a string that names a message; for ids put together at run time. */
export function isMessageId(messages: Messages, id: string): id is MessageId {
  return Object.hasOwn(messages, id);
}

/**
 * A function that writes messages of one language. Patterns are ICU MessageFormat; each is parsed when it is first used.
 * Numbers and plurals follow the language, so `2400` reads 2,400, 2.400 or 2 400.
 */
export function createTranslate(language: LanguageCode, messages: Messages): Translate {
  const formats = new Map<MessageId, IntlMessageFormat>();
  const translate = (id: MessageId, values?: MessageValues): string => {
    let format = formats.get(id);
    if (!format) {
      // Tags stay text: a name such as <img> in a value or a message is never markup here.
      format = new IntlMessageFormat(messages[id] ?? id, language, undefined, { ignoreTag: true });
      formats.set(id, format);
    }
    return String(format.format(values));
  };
  return Object.assign(translate, { language });
}
