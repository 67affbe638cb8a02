const LETTERS: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "y",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ь: "",
  ю: "iu",
  я: "ia",
  "’": "",
};
const AT_THE_START: Record<string, string> = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

/** Romanises a Ukrainian name by the Cabinet of Ministers' resolution 55 of 2010: "Згурівка" becomes "Zghurivka". */
export function romanise(name: string): string {
  return name
    .split(/([ -])/)
    .map((word) =>
      [...word]
        .map((letter, i, letters) => {
          const small = letter.toLowerCase();
          const afterZ = small === "г" && letters[i - 1]?.toLowerCase() === "з";
          const latin = afterZ ? "gh" : ((i === 0 ? AT_THE_START[small] : undefined) ?? LETTERS[small] ?? letter);
          return letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
        })
        .join(""),
    )
    .join("");
}
