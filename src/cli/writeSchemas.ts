import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ChangesFileSchema } from "../catalog/changes.ts";
import { changesText } from "../catalog/changesText.ts";
import { schemaFiles } from "../catalog/schemaFiles.ts";
import { scenarioSchemaFile } from "../scenario/scenarioSchemaFile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const changes = ChangesFileSchema.parse(JSON.parse(readFileSync(`${root}data/changes.json`, "utf8")));

mkdirSync(`${root}public/schemas`, { recursive: true });
for (const [path, text] of Object.entries({
  ...schemaFiles(),
  ...scenarioSchemaFile(),
  "data/CHANGES.md": changesText(changes),
}))
  writeFileSync(root + path, text);
