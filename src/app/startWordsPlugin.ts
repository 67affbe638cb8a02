import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { LANGUAGES } from "../i18n/languages.ts";

/** The placeholder in the HTML. */
const PLACE = "<!-- start.wait -->";

/**
 * Inserts the message that readers see if the scripts fail to load. It is in every language, because no script has chosen one yet.
 * startWords.css delays its display.
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
