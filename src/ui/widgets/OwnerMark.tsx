import type { DrawnSystem } from "../../marks/drawn.ts";
import { ownerInWords } from "../../marks/drawnSystem.ts";
import { useTranslate } from "../shell/AppContext.tsx";

/** Whose a system is that is not in our catalogue; nothing for one of ours. */
export function OwnerMark({ system }: { system: DrawnSystem }) {
  const words = ownerInWords(system, useTranslate());
  return words === undefined ? null : <span className="own">{words}</span>;
}
