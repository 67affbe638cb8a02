import { IntlMessageFormat } from "intl-messageformat";
import { declineLength } from "./declineLength.ts";
import type { GrammaticalCase, LanguageCode } from "./languages.ts";
import type en from "./messages/en.json";

export type MessageId = keyof typeof en;
export type Messages = Record<MessageId, string>;
export type MessageValues = Record<string, string | number>;

/** Formats a message in one language. */
export interface Translate {
  (id: MessageId, values?: MessageValues): string;
  language: LanguageCode;
}

/** Whether a string is the id of a message, for ids composed at run time. */
export function isMessageId(messages: Messages, id: string): id is MessageId {
  return Object.hasOwn(messages, id);
}

/** Suffixes with which a message requests a length in a case: «до {rangeGenitive}» for the value `range`. */
const CASE_SUFFIXES: Record<string, GrammaticalCase> = { Genitive: "genitive", Accusative: "accusative" };

/** Moves the full stop after a value into the value, so that «30,52° сх. д.» at the end of a sentence does not get two. */
const withFullStops = (message: string): string => message.replace(/\{(\w+)\}\.(?!\.)/g, "{$1Stopped}");

/** Adds the variants of the values that a message uses: with a full stop at the end, and lengths in grammatical cases. */
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
 * Returns a function that formats messages of one language. Patterns are ICU MessageFormat and are parsed on first use.
 * Numbers and plurals follow the language, so `2400` becomes 2,400, 2.400 or 2 400. Messages in languages that decline units can use a value
 * `range` as `{rangeGenitive}` and `{rangeAccusative}`.
 */
export function createTranslate(language: LanguageCode, messages: Messages): Translate {
  const formats = new Map<MessageId, IntlMessageFormat>();
  const translate = (id: MessageId, values?: MessageValues): string => {
    const message = messages[id] ?? id;
    let format = formats.get(id);
    if (!format) {
      // Tags are plain text: `<img>` in a value or a message is never markup.
      format = new IntlMessageFormat(withFullStops(message), language, undefined, { ignoreTag: true });
      // A message that is still to be loaded is looked up again.
      if (Object.hasOwn(messages, id)) formats.set(id, format);
    }
    return String(format.format(values && fitValues(language, message, values)));
  };
  return Object.assign(translate, { language });
}
