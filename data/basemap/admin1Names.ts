import type { Names } from "./label.ts";
import { listLines } from "./placeLists.ts";
import type { Unit } from "./policy.ts";

const ownNames = new Map(
  listLines("admin1-names.txt").map((line) => {
    const [id = "", en = "", vi = "", uk = ""] = line.split("|").map((s) => s.trim());
    return [id, { en, vi, uk }];
  }),
);

/** Adds the space that some of Natural Earth's Vietnamese names lack after the word for "region". */
const spaced = (vi: string): string => vi.replace(/^Khu vực(?=\p{Lu})/u, "Khu vực ");
/** Fixes Natural Earth's Ukrainian names: typographic apostrophes, no numbers before regions of Chile, no "Регіон" before others. */
const plain = (uk: string): string => uk.replace(/['`ʼ]/g, "’").replace(/^([IVX]+ )?Регіон /, "");

/** Capitalises a name such as "Лен Ємтланд", because on the map it is not part of a sentence. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The names of an admin-1 unit; undefined if the map does not show one. */
export function admin1Names({ id, code, source }: Unit): Names | undefined {
  const own = ownNames.get(source.adm1_code) ?? ownNames.get(id);
  if (code === "UA" && !own) return undefined;
  const en = own?.en || source.name_en || source.name;
  const vi = own?.vi || spaced(source.name_vi ?? en);
  const uk = own?.uk || plain(source.name_uk ?? en);
  return { en, vi: capitalised(vi), uk: capitalised(uk) };
}
