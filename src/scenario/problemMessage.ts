import type { Translate } from "../i18n/messages.ts";
import type { Problem } from "./problem.ts";

/** What is wrong, without its path: `latitude 95 is outside −90…90`. */
export function problemMessage({ code, values, words }: Problem, translate: Translate): string {
  if (words === undefined) return translate(`problem.${code}`, values);
  return `${values["value"]} ${words[translate.language]}`.trim();
}
