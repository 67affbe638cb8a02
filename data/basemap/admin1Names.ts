import type { Names } from "./label.ts";
import { listLines } from "./placeLists.ts";
import type { Unit } from "./policy.ts";

const ownNames = new Map(
  listLines("admin1-names.txt").map((line) => {
    const [id = "", en = "", vi = "", uk = ""] = line.split("|").map((s) => s.trim());
    return [id, { en, vi, uk }];
  }),
);

/** Natural Earth's Vietnamese, with the space that some names lack after the word for "region". */
const spaced = (vi: string): string => vi.replace(/^Khu vực(?=\p{Lu})/u, "Khu vực ");
/** Natural Earth's Ukrainian with the apostrophe of print, and without the numbers of Chile's and the word before some others' regions. */
const plain = (uk: string): string => uk.replace(/['`ʼ]/g, "’").replace(/^([IVX]+ )?Регіон /, "");

/** "Лен Ємтланд": a name stands alone on the map. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What an admin-1 unit is called; undefined where it has no name of its own on the map. */
export function admin1Names({ id, code, source }: Unit): Names | undefined {
  const own = ownNames.get(source.adm1_code) ?? ownNames.get(id);
  if (code === "UA" && !own) return undefined;
  const en = own?.en || source.name_en || source.name;
  const vi = own?.vi || spaced(source.name_vi ?? en);
  const uk = own?.uk || plain(source.name_uk ?? en);
  return { en, vi: capitalised(vi), uk: capitalised(uk) };
}
