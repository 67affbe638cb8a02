import { readFileSync } from "node:fs";

/** One published figure from the list of facts, in the catalogue's terms. */
export interface Fact {
  system: string;
  source: string;
  rangeKm: string;
  /** The number as printed. */
  printed: string;
  qualifier: string;
  variant?: string;
  targetClass?: string;
  launchMode: string;
  /** Whether the source is first-hand or credits a first-hand source. */
  firstHand: boolean;
  tier?: number;
  outlier: boolean;
}

/** A source from the list of facts: the cell with its publisher, language and date, and its address. */
export interface SourceFact {
  id: string;
  words: string;
  page: string;
}

const text = readFileSync(new URL("catalogFacts.md", import.meta.url), "utf8");

/** The rows of the table under a heading, with cells by column name. */
export function tableUnder(heading: string): Record<string, string>[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading));
  if (section === undefined) throw new Error(`no heading ${heading}`);
  const rows = section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  const [header = [], , ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

const SYSTEMS: Record<string, { heading: string; launchMode: string }> = {
  atacms: { heading: "ATACMS", launchMode: "ground" },
  "storm-shadow": { heading: "Storm Shadow", launchMode: "air" },
  "scalp-eg": { heading: "SCALP-EG", launchMode: "air" },
  tomahawk: { heading: "Tomahawk", launchMode: "unstated" },
  patriot: { heading: "Patriot", launchMode: "ground" },
  nasams: { heading: "NASAMS", launchMode: "ground" },
};

/** Terms of the list, and their variant ids in the catalogue; undefined for the system as a whole. */
const VARIANTS: Record<string, string | undefined> = {
  "Block I (M39)": "block-i",
  "Block IA": "block-ia",
  "variant delivered in 2024": "delivered-2024",
  "version sent in 2023": "sent-2023",
  "longer-range version": "long-range",
  "Block V": "block-v",
  "Block IV": "block-iv",
  "Australian purchase": "australian-purchase",
  "Germany's": "germany",
  "PAC-3": "pac-3",
  "PAC-3 MSE": "pac-3-mse",
  "latest versions": "latest",
  "the Dutch medium-range purchase": "dutch-purchase",
  "AMRAAM-ER": "amraam-er",
  "the Spanish battery": "spanish-battery",
  family: undefined,
  "a variant": undefined,
  system: undefined,
  unspecified: undefined,
  "by interceptor": undefined,
};

const LAUNCHED_FROM: Record<string, string> = {
  submarine: "submarine",
  ship: "ship",
  "ship and submarine": "ship-or-submarine",
  "ground and ship": "ground-or-ship",
};

const TARGETS: Record<string, string> = {
  any: "any",
  aircraft: "aircraft",
  ballistic: "ballistic",
  "ballistic, cruise, drones": "ballistic-cruise-drones",
  "aircraft, helicopters, large drones, cruise": "aircraft-helicopters-cruise-drones",
  "aircraft, cruise": "aircraft-cruise",
  "drones, aircraft, cruise": "aircraft-cruise-drones",
};

const QUALIFIERS: Record<string, string> = {
  "about, up to": "about-up-to",
  "up to": "up-to",
  "more than": "more-than",
};

function variantOf(words: string): { variant?: string; launchMode?: string } {
  const [name = "", place = ""] = words.split(", ");
  if (!(name in VARIANTS)) throw new Error(`no variant ${name}`);
  const variant = VARIANTS[name];
  const launchMode = LAUNCHED_FROM[place];
  return { ...(variant !== undefined && { variant }), ...(launchMode !== undefined && { launchMode }) };
}

function factsOfRow(system: string, launchMode: string, row: Record<string, string>): Fact[] {
  const words = row["variant"] ?? row["variant, launched from"] ?? row["interceptor"] ?? row["missile"];
  const target = row["against"] === undefined ? undefined : (TARGETS[row["against"]] ?? `unknown: ${row["against"]}`);
  const qualifier = row["qualifier"] ?? "";
  const sources = (row["source"] ?? "").split("; ").filter((part) => /^S\d+/.test(part));
  return sources.flatMap((part) =>
    (row["km"] ?? "").split("; ").map((km, index): Fact => {
      const tier = /tier (\d)/.exec(part)?.[1];
      return {
        system,
        launchMode,
        source: /^S\d+/.exec(part)?.[0] ?? "",
        rangeKm: km.replace("export version ", "").replaceAll(",", ""),
        printed: (row["as printed"] ?? "").split("; ")[index] ?? "",
        qualifier: QUALIFIERS[qualifier] ?? qualifier,
        ...(words !== undefined && variantOf(words)),
        ...(km.startsWith("export version") && { variant: "export" }),
        ...(target !== undefined && { targetClass: target }),
        firstHand: part.includes("←1") || tier === "1",
        ...(tier !== undefined && { tier: Number(tier) }),
        outlier: part.includes("outlier"),
      };
    }),
  );
}

/** Every figure of the list except the four headlines from the articles. */
export const FACTS: Fact[] = Object.entries(SYSTEMS).flatMap(([system, { heading, launchMode }]) =>
  tableUnder(heading).flatMap((row) => factsOfRow(system, launchMode, row)),
);

export const SOURCE_FACTS: SourceFact[] = ["Sources kept", "New sources"].flatMap((heading) =>
  tableUnder(heading).map((row) => ({
    id: row["key"] ?? "",
    words: row["publisher, language, date"] ?? row["publisher (credited), language, date"] ?? "",
    page: row["page"] ?? "",
  })),
);

/** System, Vietnamese name, Ukrainian name, kind, platforms. */
export const NAMES: string[][] = [
  ["atacms", "tên lửa đạn đạo chiến thuật ATACMS", "балістична ракета ATACMS", "ballistic-missile", "ground"],
  ["storm-shadow", "tên lửa hành trình Storm Shadow", "крилата ракета Storm Shadow", "cruise-missile", "air"],
  ["scalp-eg", "tên lửa hành trình SCALP-EG", "крилата ракета SCALP-EG", "cruise-missile", "air"],
  ["tomahawk", "tên lửa hành trình Tomahawk", "крилата ракета Tomahawk", "cruise-missile", "ship, submarine, ground"],
  ["patriot", "hệ thống phòng không Patriot", "ЗРК Patriot", "surface-to-air", "ground"],
  ["nasams", "hệ thống phòng không NASAMS", "ЗРК NASAMS", "surface-to-air", "ground"],
];

/** All ranges in kilometres that the list has for a system, including the articles' headlines. */
export function factsKm(system: string): number[] {
  const heading = SYSTEMS[system]?.heading;
  const headlines = tableUnder("Headlines").filter((row) => row["system"] === heading);
  const ranges = [
    ...headlines.map((row) => row["km"]?.replaceAll(",", "") ?? ""),
    ...FACTS.filter((fact) => fact.system === system).map((fact) => fact.rangeKm),
  ];
  return ranges.flatMap((range) => range.split("–").map(Number));
}

/** The printed miles of a system's figures that are not printed in kilometres first. */
export function factsMi(system: string): number[] {
  return FACTS.filter((fact) => fact.system === system && /^[\d,–]+ mi$/.test(fact.printed)).flatMap((fact) =>
    fact.printed.replaceAll(",", "").replace(" mi", "").split("–").map(Number),
  );
}
