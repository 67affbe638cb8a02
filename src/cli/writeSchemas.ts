import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { schemaFiles } from "../catalog/schemaFiles.ts";
import { scenarioSchemaFile } from "../scenario/scenarioSchemaFile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

mkdirSync(`${root}public/schemas`, { recursive: true });
for (const [path, text] of Object.entries({ ...schemaFiles(), ...scenarioSchemaFile() }))
  writeFileSync(root + path, text);
