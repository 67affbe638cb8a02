import { foldName } from "../places/placesFold.ts";

/** What a column of a table, or a property of a feature, may be to us. */
const FIELDS = [
  "lat",
  "lng",
  "position",
  "name",
  "systems",
  "range",
  "group",
  "color",
  "easting",
  "northing",
  "zone",
] as const;
export type Field = (typeof FIELDS)[number];

/** Names in English, Vietnamese, Ukrainian, Russian and the languages of spreadsheets around them, before folding. */
const NAMES: Record<Field, string[]> = {
  lat: [
    "lat",
    "latitude",
    "y",
    "lat dd",
    "latdd",
    "lat deg",
    "latitude deg",
    "gps latitude",
    "gps lat",
    "point y",
    "ycoord",
    "y coord",
    "y wgs84",
    "start lat",
    "широта",
    "шир",
    "північна широта",
    "северная широта",
    "vĩ độ",
    "vĩ tuyến",
    "breite",
    "breitengrad",
    "geogr breite",
    "latitud",
    "latitudine",
    "szerokość",
    "szerokość geograficzna",
    "šířka",
    "enlem",
    "lintang",
    "纬度",
    "緯度",
  ],
  lng: [
    "lon",
    "lng",
    "long",
    "longitude",
    "x",
    "lon dd",
    "londd",
    "long dd",
    "lon deg",
    "longitude deg",
    "gps longitude",
    "gps lon",
    "gps long",
    "point x",
    "xcoord",
    "x coord",
    "x wgs84",
    "start lon",
    "довгота",
    "долгота",
    "довг",
    "долг",
    "східна довгота",
    "восточная долгота",
    "kinh độ",
    "kinh tuyến",
    "länge",
    "laenge",
    "längengrad",
    "geogr länge",
    "longitud",
    "longitudine",
    "długość",
    "długość geograficzna",
    "délka",
    "boylam",
    "bujur",
    "经度",
    "經度",
  ],
  position: [
    "coordinates",
    "coordinate",
    "coords",
    "coord",
    "position",
    "latlon",
    "latlng",
    "lat lon",
    "lat lng",
    "lat long",
    "latitude longitude",
    "lng lat",
    "mgrs",
    "usng",
    "utm",
    "gps",
    "wkt",
    "geom",
    "geometry",
    "the geom",
    "point",
    "gps coordinates",
    "location coordinates",
    "координати",
    "координаты",
    "координати gps",
    "tọa độ",
    "toạ độ",
    "koordinaten",
    "coordenadas",
    "coordonnées",
    "współrzędne",
  ],
  name: [
    "name",
    "title",
    "label",
    "place",
    "place name",
    "city",
    "town",
    "site",
    "location",
    "launch point",
    "launch point name",
    "point name",
    "waypoint",
    "station",
    "base",
    "назва",
    "назва точки",
    "імя",
    "ім'я",
    "місто",
    "місце",
    "пункт",
    "точка",
    "точка пуску",
    "название",
    "имя",
    "наименование",
    "найменування",
    "город",
    "место",
    "tên",
    "tên điểm",
    "tên địa điểm",
    "địa điểm",
    "địa danh",
    "thành phố",
    "vị trí",
    "điểm phóng",
    "bezeichnung",
    "ort",
    "stadt",
    "nom",
    "ville",
    "lieu",
    "nombre",
    "ciudad",
    "lugar",
    "nazwa",
    "miasto",
    "id",
    "no",
    "nr",
    "code",
  ],
  systems: [
    "systems",
    "system",
    "weapon",
    "weapons",
    "missile",
    "missiles",
    "weapon system",
    "system id",
    "system ids",
    "система",
    "системи",
    "системы",
    "ракета",
    "ракети",
    "ракеты",
    "зброя",
    "оружие",
    "hệ thống",
    "các hệ thống",
    "vũ khí",
    "tên lửa",
    "systeme",
    "systèmes",
    "sistema",
    "sistemas",
  ],
  range: [
    "range",
    "max range",
    "maximum range",
    "radius",
    "reach",
    "дальність",
    "дальність дії",
    "дальность",
    "радіус",
    "радиус",
    "tầm bắn",
    "tầm",
    "bán kính",
    "reichweite",
    "portée",
    "alcance",
    "zasięg",
  ],
  group: [
    "group",
    "groups",
    "folder",
    "category",
    "layer",
    "set",
    "група",
    "группа",
    "категорія",
    "категория",
    "папка",
    "nhóm",
    "thư mục",
    "loại",
    "gruppe",
    "groupe",
    "grupo",
    "grupa",
  ],
  color: [
    "color",
    "colour",
    "marker color",
    "marker colour",
    "stroke",
    "колір",
    "цвет",
    "màu",
    "màu sắc",
    "farbe",
    "couleur",
  ],
  easting: ["easting", "utm easting", "utm e", "utm x", "east"],
  northing: ["northing", "utm northing", "utm n", "utm y", "north"],
  zone: ["zone", "utm zone", "grid zone", "зона", "múi"],
};

const BY_KEY = new Map<string, { field: Field; rank: number }>();
for (const field of FIELDS) {
  NAMES[field].forEach((name, rank) => {
    const key = foldName(name);
    if (!BY_KEY.has(key)) BY_KEY.set(key, { field, rank });
  });
}

/** Words that say how a number is written, not what it is. */
const ABOUT =
  /\b(?:wgs ?84|epsg ?4326|dd|deg|degrees?|decimal|hradusy|km|mi|miles?|nmi|nm|metres?|meters?|m|min|sec|text|utf8|dam|hai ly|kilometrov|kilometry)\b/g;

/** What a name of a column stands for, and how sure that is: the lower the rank, the surer. */
function fieldOf(header: string): { field: Field; rank: number } | undefined {
  const key = foldName(header.slice(0, 200).replace(/([a-z])([A-Z])/g, "$1 $2"));
  const joined = foldName(header.slice(0, 200));
  const found = BY_KEY.get(joined) ?? BY_KEY.get(key);
  if (found) return found;
  const bare = key.replace(ABOUT, " ").replace(/ +/g, " ").trim();
  const second = BY_KEY.get(bare);
  if (second) return { field: second.field, rank: second.rank + 100 };
  const words = key.split(" ");
  const has = (field: Field) => words.some((word) => word.length > 2 && BY_KEY.get(word)?.field === field);
  if (has("lat") && has("lng")) return { field: "position", rank: 200 };
  for (const field of ["lat", "lng"] as const) if (has(field)) return { field, rank: 250 };
  return undefined;
}

/** Kilometres in the unit that a header of ranges names; kilometres where it names none. */
export function kmPerUnit(header: string): number {
  const key = ` ${foldName(header)} `;
  if (/ (?:nmi|nm|nautical|hai ly|mor) /.test(key)) return 1.852;
  if (/ (?:mi|mile|miles|dam|myl|mil) /.test(key)) return 1.609344;
  if (/ (?:m|metre|metres|meter|meters) /.test(key)) return 0.001;
  return 1;
}

/** Which column is which: of two that could be the same, the surer. */
export function findFields(headers: readonly string[]): Partial<Record<Field, number>> {
  const found: Partial<Record<Field, number>> = {};
  const ranks: Partial<Record<Field, number>> = {};
  headers.forEach((header, index) => {
    const match = fieldOf(header);
    if (!match || (ranks[match.field] ?? Infinity) <= match.rank) return;
    found[match.field] = index;
    ranks[match.field] = match.rank;
  });
  return found;
}
