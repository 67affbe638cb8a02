import { strToU8, zipSync } from "fflate";

/** Packs files into a zip. Pictures are compressed already, so they are stored as they are. */
export function zipFiles(
  files: readonly (readonly [name: string, data: Uint8Array | string])[],
): Uint8Array<ArrayBuffer> {
  const entries = files.map(([name, data]) =>
    typeof data === "string" ? [name, [strToU8(data), { level: 6 }]] : [name, [data, { level: 0 }]],
  ) as [string, [Uint8Array, { level: 0 | 6 }]][];
  return zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>;
}
