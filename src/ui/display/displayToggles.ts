import type { MessageId } from "../../i18n/messages.ts";
import type { Display } from "../../scenario/scenario.ts";

/** Fields of the display that are on or off. */
type ToggleField = {
  [Field in keyof Display]-?: Display[Field] extends boolean | undefined ? Field : never;
}[keyof Display];

/** A switch of the display panel: its field in the scenario, its label, and the hint shown while it is on. */
export interface DisplayToggle {
  field: ToggleField;
  words: MessageId;
  hint?: MessageId;
  /** Shown among the options that are off by default. */
  isExtra: boolean;
}

/** All switches in the order of the panel. The marks that read a field decide what its switch does. */
export const DISPLAY_TOGGLES: readonly DisplayToggle[] = [
  { field: "bands", words: "display.bands", isExtra: false },
  { field: "coverage", words: "display.coverage", hint: "coverage.why", isExtra: true },
  { field: "outliers", words: "display.outliers", isExtra: true },
  { field: "pairedUnits", words: "display.pairedUnits", isExtra: true },
  { field: "flatCircle", words: "display.flatCircle", hint: "flatCircle.why", isExtra: true },
];
