import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toFormerEdition } from "../catalog/formerEdition.ts";
import { readCatalog } from "../catalog/readCatalog.ts";

// Keeps the catalogue as it is in data/editions/: run before the version in data/catalog.json is raised.
const edition = toFormerEdition(readCatalog());
const folder = fileURLToPath(new URL("../../data/editions/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}${edition.version}.json`, `${JSON.stringify(edition, null, 1)}\n`);
