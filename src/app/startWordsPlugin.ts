import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { LANGUAGES } from "../i18n/languages.ts";

/** Where a page wants the words. */
const PLACE = "<!-- start.wait -->";

/**
 * Writes into the page itself what a reader sees where the program does not come: nothing has run yet that could choose a language, so it
 * stands there in each. startWords.css holds it back for a time.
 */
export function startWordsPlugin(): Plugin {
  let root = "";
  const wordsIn = (language: string): string => {
    const messages: unknown = JSON.parse(readFileSync(join(root, `src/i18n/messages/${language}.json`), "utf8"));
    return (messages as Record<"start.wait", string>)["start.wait"];
  };
  return {
    name: "start-words",
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: (html) =>
      html.replace(PLACE, LANGUAGES.map((language) => `<p lang="${language}">${wordsIn(language)}</p>`).join("")),
  };
}
