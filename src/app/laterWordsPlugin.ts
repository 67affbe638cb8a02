import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Beginnings of the ids of messages that no part of the first load shows: dialogs, notices, and what is said of files. */
const LATER = [
  "csv.",
  "compare.",
  "correction.",
  "corrections.",
  "custom.field",
  "customError.",
  "desk.",
  "export.",
  "exportError.",
  "format.",
  "import.",
  "key.",
  "library.",
  "linkOpen.",
  "mapElements.",
  "notice.",
  "preflight.",
  "problem.",
  "reach.",
  "reading.",
  "share.",
  "shortcut.",
  "source.",
  "timeline.",
];

/** Those of them that the first load shows all the same. */
const EARLY = new Set([
  "desk.mark",
  "problem.latitude",
  "problem.longitude",
  "share.title",
  "source.after",
  "source.article",
  "source.open",
  "source.undated",
]);
/** Composed ids in the first load whose code waits for the later messages: the search's. */
const WAITED_FOR = new Set(["problem."]);

const ENGLISH = "src/i18n/messages/en.json";
const LATER_MODULE = "virtual:later-words";
const isLater = (id: string): boolean => !EARLY.has(id) && LATER.some((beginning) => id.startsWith(beginning));

/**
 * Splits the English messages in the build: those of dialogs and notices are loaded with the first part that needs them (see laterWords.ts),
 * because half of all messages would make the first load a twentieth larger. The build fails if code of the first load uses one of them.
 */
export function laterWordsPlugin(): Plugin {
  let file = "";
  let isBuild = false;
  const wordsThat = (belong: (id: string) => boolean): string => {
    const messages = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    return JSON.stringify(Object.fromEntries(Object.entries(messages).filter(([id]) => belong(id))));
  };
  return {
    name: "later-words",
    enforce: "pre",
    configResolved(config) {
      file = join(config.root, ENGLISH);
      isBuild = config.command === "build";
    },
    resolveId: (source) => (source === LATER_MODULE ? `\0${LATER_MODULE}` : undefined),
    load(id) {
      if (id === `\0${LATER_MODULE}`) return `export default ${isBuild ? wordsThat(isLater) : "{}"};`;
      if (isBuild && id.replaceAll("\\", "/").endsWith(ENGLISH)) return wordsThat((message) => !isLater(message));
      return undefined;
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk" || !/\/(app|page|CaptionField|UpdateCard)-/.test(chunk.fileName)) continue;
        const used = [...chunk.code.matchAll(/["'`]([a-z][A-Za-z]*\.[A-Za-z.-]*)(?:["'`]|\$\{)/g)].map(
          ([, id = ""]) => id,
        );
        const early = [...new Set(used.filter((id) => isLater(id) && !WAITED_FOR.has(id)))];
        if (early.length > 0)
          this.error(
            `${chunk.fileName} uses messages that are loaded later: ${early.join(", ")}. See laterWordsPlugin.ts.`,
          );
      }
    },
  };
}
