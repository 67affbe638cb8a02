import type { MessageId } from "../../i18n/messages.ts";
import type { Display } from "../../scenario/scenario.ts";

/** Fields of the display that are on or off. */
type ToggleField = {
  [Field in keyof Display]-?: Display[Field] extends boolean | undefined ? Field : never;
}[keyof Display];

/** A switch of the display panel, whole: its field in the scenario, its words, and what is said while it is on. */
export interface DisplayToggle {
  field: ToggleField;
  words: MessageId;
  hint?: MessageId;
  /** Stands among the options that are off until they are asked for. */
  isExtra: boolean;
}

/** Every switch, in the order of the panel. What a switch does is told by the mark that reads its field. */
export const DISPLAY_TOGGLES: readonly DisplayToggle[] = [
  { field: "bands", words: "display.bands", isExtra: false },
  { field: "coverage", words: "display.coverage", hint: "coverage.why", isExtra: true },
  { field: "outliers", words: "display.outliers", isExtra: true },
  { field: "flatCircle", words: "display.flatCircle", hint: "flatCircle.why", isExtra: true },
];
