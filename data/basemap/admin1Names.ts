import type { Names } from "./label.ts";
import type { Unit } from "./policy.ts";

// Ukraine's regions in present spelling, English and Ukrainian.
const ukrainianRegions: Record<string, string> = {
  "UA-05": "Vinnytsia|Вінницька область",
  "UA-07": "Volyn|Волинська область",
  "UA-09": "Luhansk|Луганська область",
  "UA-12": "Dnipropetrovsk|Дніпропетровська область",
  "UA-14": "Donetsk|Донецька область",
  "UA-18": "Zhytomyr|Житомирська область",
  "UA-21": "Zakarpattia|Закарпатська область",
  "UA-23": "Zaporizhzhia|Запорізька область",
  "UA-26": "Ivano-Frankivsk|Івано-Франківська область",
  "UA-32": "Kyiv|Київська область",
  "UA-35": "Kirovohrad|Кіровоградська область",
  "UA-43": "Crimea|Автономна Республіка Крим",
  "UA-46": "Lviv|Львівська область",
  "UA-48": "Mykolaiv|Миколаївська область",
  "UA-51": "Odesa|Одеська область",
  "UA-53": "Poltava|Полтавська область",
  "UA-56": "Rivne|Рівненська область",
  "UA-59": "Sumy|Сумська область",
  "UA-61": "Ternopil|Тернопільська область",
  "UA-63": "Kharkiv|Харківська область",
  "UA-65": "Kherson|Херсонська область",
  "UA-68": "Khmelnytskyi|Хмельницька область",
  "UA-71": "Cherkasy|Черкаська область",
  "UA-74": "Chernihiv|Чернігівська область",
  "UA-77": "Chernivtsi|Чернівецька область",
};

/** What an admin-1 unit is called; undefined where it has no name of its own on the map. */
export function admin1Names({ id, code, source }: Unit): Names | undefined {
  if (code === "UA") {
    const region = ukrainianRegions[id];
    if (!region) return undefined;
    const [en = "", uk = ""] = region.split("|");
    return { en, vi: en, uk };
  }
  const en = source.name_en || source.name;
  return { en, vi: source.name_vi ?? en, uk: source.name_uk ?? en };
}
