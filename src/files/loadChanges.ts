import type { ChangesFile } from "../catalog/changes.ts";
import { changesSince, type ExplainedChange } from "../catalog/changesSince.ts";

/**
 * The record of what each edition of the catalogue changed, fetched when a map of an older one is opened. Where it cannot be fetched, such as
 * offline before its first use, changes are told without their reasons.
 */
export async function loadChanges(): Promise<(ref: string, version: string) => ExplainedChange[]> {
  try {
    const { default: file } = await import("../../data/changes.json");
    return (ref, version) => changesSince(file as ChangesFile, ref, version);
  } catch {
    return () => [];
  }
}
