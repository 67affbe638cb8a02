import { parseLinkHash } from "../../scenario/link.ts";
import { readDesk } from "../../scenario/parseDeskCatalog.ts";
import type { ParsedScenario } from "../../scenario/parseScenario.ts";

export interface LinkRequest {
  hash: string;
  systemIds: string[];
}
export type LinkReply = ParsedScenario | null;

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener("message", ({ data: { hash, systemIds } }: MessageEvent<LinkRequest>) =>
  scope.postMessage(parseLinkHash(hash, systemIds, readDesk) satisfies LinkReply),
);
