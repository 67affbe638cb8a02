/** Romanisation of Cyrillic; the Ukrainian rules of 2010 apply where they differ from Russian ones. */
const CYRILLIC: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "yo",
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
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};
/** Latin letters that Unicode does not decompose into a letter and a mark. */
const LETTERS: Record<string, string> = {
  đ: "d",
  ð: "d",
  ł: "l",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ħ: "h",
  ŋ: "ng",
  ə: "a",
  ĸ: "k",
};

/** Removes accents, case, punctuation and differences of script: `Hà Nội` equals `ha noi`, and `Київ` equals `Kyiv`. */
export function foldName(name: string): string {
  // A fast path for most names, which need no folding.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)) return name.toLowerCase();
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u0400-\u052f]/g, (letter) => CYRILLIC[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đðłøßæœıþħŋəĸ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʼʻʹ`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Removes what transliterations disagree about from a folded name: `Харьков`, `Kharkov` and `Harkov` are equal, though `Kiev` and `Kyiv` are not. */
export function loosenName(folded: string): string {
  return folded
    .replace(/kh|gh/g, "h")
    .replace(/g/g, "h")
    .replace(/shch|sch/g, "sh")
    .replace(/[yj]/g, "i")
    .replace(/ks/g, "x")
    .replace(/w/g, "v")
    .replace(/(.)\1+/g, "$1")
    .replace(/i+([aeou])/g, "$1")
    .replace(/ /g, "");
}
