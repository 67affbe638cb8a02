import { createTranslate, type MessageId } from "../../src/i18n/messages.ts";
import en from "../../src/i18n/messages/en.json";
import type { Problem } from "../../src/scenario/problem.ts";

const translate = createTranslate("en", en);

/** Problems as English messages. */
export function inWords(problems: Problem[]): string[] {
  return problems.map(({ path, code, values }) => {
    const words = translate(`problem.${code}` as MessageId, values);
    return path === "" ? words : `${path}: ${words}`;
  });
}
