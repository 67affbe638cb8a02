import { IntlMessageFormat } from "intl-messageformat";
import { declineLength } from "./declineLength.ts";
import type { GrammaticalCase, LanguageCode } from "./languages.ts";
import type en from "./messages/en.json";

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

/** How a message asks for a length in a case: «до {rangeGenitive}» for the value `range`. */
const CASE_SUFFIXES: Record<string, GrammaticalCase> = { Genitive: "genitive", Accusative: "accusative" };

/** A value at the end of a sentence, written so as to bring the full stop itself: one serves both «30,52° сх. д.» and the sentence. */
const withFullStops = (message: string): string => message.replace(/\{(\w+)\}\.(?!\.)/g, "{$1Stopped}");

/** The values as this message needs them: with a full stop where it ends a sentence with them, and lengths in the cases that it asks for. */
function fitValues(language: LanguageCode, message: string, values: MessageValues): MessageValues {
  const fitted = { ...values };
  for (const [name, value] of Object.entries(values)) {
    fitted[`${name}Stopped`] = String(value).endsWith(".") ? value : `${value}.`;
    if (typeof value !== "string") continue;
    for (const [suffix, grammaticalCase] of Object.entries(CASE_SUFFIXES))
      if (message.includes(`{${name}${suffix}}`))
        fitted[name + suffix] = declineLength(language, value, grammaticalCase);
  }
  return fitted;
}

/**
 * A function that writes messages of one language. Patterns are ICU MessageFormat; each is parsed when it is first used.
 * Numbers and plurals follow the language, so `2400` reads 2,400, 2.400 or 2 400. A value `range` can be asked for as `{rangeGenitive}` and
 * `{rangeAccusative}` by languages that decline it.
 */
export function createTranslate(language: LanguageCode, messages: Messages): Translate {
  const formats = new Map<MessageId, IntlMessageFormat>();
  const translate = (id: MessageId, values?: MessageValues): string => {
    const message = messages[id] ?? id;
    let format = formats.get(id);
    if (!format) {
      // Tags stay text: a name such as <img> in a value or a message is never markup here.
      format = new IntlMessageFormat(withFullStops(message), language, undefined, { ignoreTag: true });
      formats.set(id, format);
    }
    return String(format.format(values && fitValues(language, message, values)));
  };
  return Object.assign(translate, { language });
}
