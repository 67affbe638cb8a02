import * as z from "zod";
import { ScenarioSchema } from "./scenario.ts";

/** The JSON Schema of a saved scenario by path from the root of the project, for editors and third-party programs. */
export function scenarioSchemaFile(): Record<string, string> {
  const schema = {
    title: "A scenario of Range Rings: the saved file and the share link",
    ...z.toJSONSchema(ScenarioSchema, { io: "input" }),
  };
  return { "public/schemas/scenario.schema.json": `${JSON.stringify(schema, null, 1)}\n` };
}
