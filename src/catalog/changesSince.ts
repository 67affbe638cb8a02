import type { LanguageCode } from "../i18n/languages.ts";
import type { Change, ChangesFile } from "./changes.ts";

/** A change with its reason in words. */
export type ExplainedChange = Change & { reason: Record<LanguageCode, string> };

/**
 * What has changed in a system or variant since a map was saved.
 *
 * @param ref `patriot` or `patriot/pac-3`, as in a scenario
 * @param version the catalogue version with which the map was saved; for an unknown version, all changes are returned
 * @returns the changes, newest first
 */
export function changesSince({ editions, reasons }: ChangesFile, ref: string, version: string): ExplainedChange[] {
  const [system, variant] = ref.split("/");
  const seen = editions.findIndex((edition) => edition.version === version);
  return editions.slice(0, seen === -1 ? undefined : seen).flatMap(({ changes }) =>
    changes
      .filter((change) => change.system === system && (change.what === "figure" || change.variant === variant))
      .flatMap((change) => {
        const reason = reasons[change.why];
        return reason === undefined ? [] : [{ ...change, reason }];
      }),
  );
}
