import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { QUALIFIERS } from "../../src/catalog/vocabulary.ts";
import { type LanguageCode, LANGUAGES } from "../../src/i18n/languages.ts";
import { loadMessages } from "../../src/i18n/loadMessages.ts";
import { createTranslate, isMessageId, type MessageId, type Messages } from "../../src/i18n/messages.ts";
import { formatLngLat } from "../../src/i18n/numbers.ts";
import { PROBLEM_CODES } from "../../src/scenario/problem.ts";
import { MESSAGES, translates } from "./translates.ts";
import { castPrefixes, idPrefixes, isWritten, noticeCodes, sources, translatedIds } from "./sourceIds.ts";

const MESSAGE_GROUPS = new Set(Object.keys(MESSAGES.en).map((id) => id.split(".")[0] ?? ""));
const ids = Object.keys(MESSAGES.en) as MessageId[];

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
const parse = (text: string, language: LanguageCode): Element[] =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst();

interface Placeholder {
  name: string;
  plural: boolean;
  options: string[];
  counts: boolean;
}

/** The values that a message uses, including those within plurals and choices. In the parser's numbering, 0 is text and 7 is the sign #. */
function placeholdersOf(elements: Element[]): Placeholder[] {
  return elements.flatMap((element): Placeholder[] => {
    if (element.type === 0 || element.type === 7 || element.type === 8) return [];
    if (element.type !== 5 && element.type !== 6)
      return [{ name: element.value, plural: false, options: [], counts: false }];
    const parts = Object.values(element.options).map(({ value }) => value);
    return [
      {
        name: element.value,
        plural: element.type === 6,
        options: Object.keys(element.options),
        counts: parts.flat().some(({ type }) => type === 7),
      },
      ...parts.flatMap(placeholdersOf),
    ];
  });
}
/** Reduced to the names of the values passed: `rangeGenitive` is the declined value `range`. */
const namesOf = (placeholders: Placeholder[]) =>
  [...new Set(placeholders.map(({ name }) => name.replace(/(?:Genitive|Accusative)$/, "")))].sort();

describe("messages in every language", () => {
  it("have no number or date skeletons, whose parser is left out of the build", () => {
    const skeleton = /\{\s*\w+\s*,\s*(?:number|date|time)\s*,\s*::/;
    expect(skeleton.test("{n, number, ::compact-short}")).toBe(true);
    const found = Object.values(MESSAGES).flatMap((messages) =>
      Object.values(messages).filter((text) => skeleton.test(text)),
    );
    expect(found).toEqual([]);
  });
});

describe("the messages of every language", () => {
  it("have the same ids in the same order", () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(MESSAGES[language]).sort(), language).toEqual(ids.toSorted());
      expect(Object.keys(MESSAGES[language]), language).toEqual(Object.keys(MESSAGES[language]).toSorted());
    }
  });

  it("are valid ICU messages, and none is empty", () => {
    const faults = LANGUAGES.flatMap((language) =>
      ids.flatMap((id) => {
        try {
          parse(MESSAGES[language][id], language);
          return MESSAGES[language][id].trim() === "" ? [`${language} ${id} is empty`] : [];
        } catch (error) {
          return [`${language} ${id}: ${String(error)}`];
        }
      }),
    );
    expect(faults).toEqual([]);
  });

  it.each(LANGUAGES.filter((language) => language !== "en"))("use the same values as in English: %s", (language) => {
    const faults = ids.filter((id) => {
      const english = placeholdersOf(parse(MESSAGES.en[id], "en"));
      const ours = namesOf(placeholdersOf(parse(MESSAGES[language][id], language)));
      // A language without plurals does not need a number that only selects a word in English.
      const idle = new Set(english.flatMap(({ name, plural, counts }) => (plural && !counts ? [name] : [])));
      return (
        JSON.stringify(namesOf(english).filter((name) => !idle.has(name) || ours.includes(name))) !==
        JSON.stringify(ours)
      );
    });
    expect(faults).toEqual([]);
  });

  it("have plural forms in every language that needs them", () => {
    for (const id of ids)
      for (const { options, plural, counts } of placeholdersOf(parse(MESSAGES.uk[id], "uk")))
        // A number alone, as in «ще #», has only one form.
        if (plural && counts && options.length > 1)
          expect(options, id).toEqual(expect.arrayContaining(["one", "few", "other"]));
    for (const id of ids)
      for (const { options, plural } of placeholdersOf(parse(MESSAGES.vi[id], "vi")))
        if (plural)
          expect(
            options.filter((option) => !option.startsWith("=")),
            id,
          ).toEqual(["other"]);
  });

  it("use the typographic apostrophe and quotation marks of their language, never straight ones", () => {
    const quotes = { en: /[„«»]/, vi: /[„«»]/, uk: /[“”„"]/ } satisfies Record<LanguageCode, RegExp>;
    for (const language of LANGUAGES)
      for (const id of ids) {
        const text = MESSAGES[language][id];
        // Only U+2019: not the straight apostrophe, the modifier letter or an accent.
        expect(text, `${language} ${id}`).not.toMatch(/['`´ʼ′]/);
        if (!/[<=]/.test(text)) expect(text, `${language} ${id}`).not.toMatch(/"/);
        expect(text, `${language} ${id}`).not.toMatch(quotes[language]);
      }
  });

  it("end in at most one full stop", () => {
    for (const language of LANGUAGES)
      for (const id of ids) expect(MESSAGES[language][id]).not.toMatch(/(?:^|[^.])\.\.(?!\.)/);
  });

  it("explain how borders are drawn", () => {
    for (const language of LANGUAGES) expect(MESSAGES[language]["borders.policy"]).toMatch(/Crimea|Крим/);
  });

  it("are in their own language: Ukrainian in Cyrillic, without letters that only Russian has", () => {
    // Names of formats, units and products are the same in every language.
    const latin = ids.filter(
      (id) => /[a-z]{4,}/.test(MESSAGES.en[id].replaceAll(/\{[^}]*\}/g, "")) && MESSAGES.uk[id] === MESSAGES.en[id],
    );
    expect(latin.filter((id) => !/^[A-Z][\w-]*$/.test(MESSAGES.en[id]))).toEqual([]);
    for (const id of ids) expect(MESSAGES.uk[id], id).not.toMatch(/[ыэъё]/i);
  });
});

describe("plurals", () => {
  const counts = [1, 2, 5, 21, 22, 25];
  const written = (language: LanguageCode, id: MessageId) => counts.map((count) => translates[language](id, { count }));

  it.each<[MessageId, string[]]>([
    [
      "source.count",
      [
        "1 опубліковане значення",
        "2 опубліковані значення",
        "5 опублікованих значень",
        "21 опубліковане значення",
        "22 опубліковані значення",
        "25 опублікованих значень",
      ],
    ],
    [
      "notice.more",
      ["Ще 1 помилка", "Ще 2 помилки", "Ще 5 помилок", "Ще 21 помилка", "Ще 22 помилки", "Ще 25 помилок"],
    ],
    ["reach.count", ["1 місце", "2 місця", "5 місць", "21 місце", "22 місця", "25 місць"]],
  ])("%s in Ukrainian", (id, words) => {
    expect(written("uk", id)).toEqual(words);
  });

  it("agree in every Ukrainian message: 1 with 21, 2 with 22, 5 with 25", () => {
    const plain = (text: string) => text.replaceAll(/\d+/g, "#");
    const plurals = ids.filter(
      (id) =>
        placeholdersOf(parse(MESSAGES.uk[id], "uk")).every(({ plural, name }) => plural && name === "count") &&
        MESSAGES.uk[id].includes("plural"),
    );
    expect(plurals.length).toBeGreaterThan(4);
    for (const id of plurals) {
      const [one, two, five, twentyOne, twentyTwo, twentyFive] = written("uk", id).map(plain);
      expect([twentyOne, twentyTwo, twentyFive], id).toEqual([one, two, five]);
    }
  });

  it("in English and Vietnamese", () => {
    expect(written("en", "source.count").slice(0, 2)).toEqual(["1 published figure", "2 published figures"]);
    expect(written("vi", "source.count").slice(0, 2)).toEqual(["1 con số đã công bố", "2 con số đã công bố"]);
  });
});

/** The possible endings of ids that are composed at run time, which the compiler cannot check. */
const DOMAINS: Record<string, readonly string[]> = {
  "problem.": PROBLEM_CODES,
  "qualified.": QUALIFIERS.filter((qualifier) => qualifier !== "exact" && qualifier !== "range"),
  "notice.": [...noticeCodes],
  // The union of the actions in the store's source.
  "edit.": [...(/EditAction =([^;]*);/.exec(sources["state/store.ts"] ?? "")?.[1] ?? "").matchAll(/"(\w+)"/g)].map(
    (match) => match[1] ?? "",
  ),
};

/** Messages added before the code that uses them. Remove an id once it is used, or together with its message. */
const AHEAD = ["import.", "library.", "linkOpen.", "share", "notice.", "problem."];

describe("the ids that the program uses", () => {
  it("all exist", () => {
    expect(translatedIds.size).toBeGreaterThan(80);
    expect([...translatedIds].filter((id) => !isMessageId(MESSAGES.en, id))).toEqual([]);
  });

  it("all exist if they are composed at run time", () => {
    expect(
      [...castPrefixes, ...idPrefixes].filter(
        (prefix) => !ids.some((id) => id.startsWith(prefix)) && MESSAGE_GROUPS.has(prefix.split(".")[0] ?? ""),
      ),
    ).toEqual([]);
    const made = Object.entries(DOMAINS).flatMap(([prefix, ends]) => ends.map((end) => prefix + end));
    expect(made.filter((id) => !isMessageId(MESSAGES.en, id))).toEqual([]);
    for (const [prefix, ends] of Object.entries(DOMAINS)) expect(ends.length, prefix).toBeGreaterThan(0);
  });

  it("cover all messages: none is unused", () => {
    const used = (id: string) => isWritten(id) || [...idPrefixes].some((prefix) => id.startsWith(prefix));
    const closed = Object.entries(DOMAINS);
    const outside = (id: string) =>
      closed.some(
        ([prefix, ends]) => id.startsWith(prefix) && !ends.includes(id.slice(prefix.length)) && !isWritten(id),
      );
    expect(ids.filter((id) => (!used(id) || outside(id)) && !AHEAD.some((start) => id.startsWith(start)))).toEqual([]);
  });
});

describe("createTranslate", () => {
  it("inserts values as plain text, without markup or formatting", () => {
    const translate = createTranslate("en", { ...MESSAGES.en, map: "<b>{name}</b> {count, number}" } as Messages);
    expect(translate("map", { name: "<img src=x>", count: 2400 })).toBe("<b><img src=x></b> 2,400");
  });

  it("throws if a value is missing", () => {
    expect(() => translates.en("caption.points")).toThrow();
  });

  it("declines a length if a message requests a case, and leaves other values unchanged", () => {
    const range = "21\u00A0миля";
    expect(translates.uk("qualified.up-to", { range })).toBe("до 21\u00A0милі");
    expect(translates.uk("qualified.about", { range: "22\u00A0милі" })).toBe("близько 22\u00A0миль");
    expect(translates.uk("qualified.more-than", { range })).toBe("понад 21\u00A0милю");
    expect(translates.uk("qualified.up-to", { range: "400\u00A0км" })).toBe("до 400\u00A0км");
    expect(translates.en("qualified.up-to", { range: "21\u00A0mi" })).toBe("up to 21\u00A0mi");
  });

  it("writes only one full stop if a value at the end of a sentence ends in one", () => {
    const kyiv = formatLngLat([30.52, 50.45], "uk", 2);
    expect(kyiv).toMatch(/ д\.$/);
    const moved = translates.uk("live.move", { name: "А", place: kyiv });
    expect(moved).toMatch(/[^.]\.$/);
    const said = createTranslate("en", { ...MESSAGES.en, map: "Read {name}. Then {name}" } as Messages);
    expect(said("map", { name: "Acme Inc." })).toBe("Read Acme Inc. Then Acme Inc.");
    expect(said("map", { name: "Acme" })).toBe("Read Acme. Then Acme");
  });

  it("knows its language", () => {
    expect(LANGUAGES.map((language) => translates[language].language)).toEqual(LANGUAGES);
  });

  it("has messages to load for each language", async () => {
    for (const language of LANGUAGES) expect(await loadMessages(language)).toEqual(MESSAGES[language]);
  });
});
