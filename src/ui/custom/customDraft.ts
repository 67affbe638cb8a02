import { formatNumber, fromKm, KM_PER_UNIT } from "../../i18n/numbers.ts";
import type { MessageId, MessageValues, Translate } from "../../i18n/messages.ts";
import { parseNumber } from "../../i18n/parseNumber.ts";
import type { CustomSystem, Units } from "../../scenario/scenario.ts";

/** The longest range that a user may enter: half the Earth's circumference, rounded down. */
const MOST_KM = 20_000;
const LEAST_CONTRAST = 4.5;

/** A custom system as it stands in the form. */
export interface CustomDraft {
  name: string;
  /** Numbers as typed, in the unit of the page; `max` is empty for a single range. */
  min: string;
  max: string;
  kind: NonNullable<CustomSystem["kind"]>;
  color: string;
  source: string;
}

export type DraftField = "name" | "min" | "max" | "color";

/** The error of each field, as a message with values. */
export type DraftErrors = Partial<Record<DraftField, { id: MessageId; values: MessageValues }>>;

const asTyped = (km: number, units: Units, translate: Translate): string =>
  formatNumber(translate.language, fromKm(km, units), 3);

export function toDraft(system: CustomSystem, color: string, units: Units, translate: Translate): CustomDraft {
  const { min, max } = system.rangeKm;
  return {
    name: system.name,
    min: asTyped(min, units, translate),
    max: max > min ? asTyped(max, units, translate) : "",
    kind: system.kind ?? "other",
    color: system.color ?? color,
    source: system.source ?? "",
  };
}

/** The contrast of a colour with white by WCAG 2. Labels on the map have white text on this colour. */
function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** Kilometres of a typed number; the very ones that it was written from where it was not touched. */
function readKm(text: string, was: number | undefined, units: Units, translate: Translate): number {
  if (was !== undefined && text === asTyped(was, units, translate)) return was;
  return parseNumber(text, translate.language) * KM_PER_UNIT[units];
}

function rangeError(text: string, km: number, units: Units, translate: Translate): DraftErrors[DraftField] {
  const unit = translate(`units.${units}`);
  if (text.trim() === "") return { id: "customError.empty", values: { unit } };
  if (Number.isNaN(km)) return { id: "customError.number", values: { value: text, unit } };
  if (km <= 0) return { id: "customError.zero", values: { value: text, unit } };
  return km > MOST_KM
    ? { id: "customError.far", values: { value: text, unit, bound: asTyped(MOST_KM, units, translate) } }
    : undefined;
}

/**
 * Converts the draft to a custom system, or returns the errors of its fields.
 *
 * @param before the system that is being edited
 */
export function readDraft(
  draft: CustomDraft,
  id: string,
  { units, translate, before }: { units: Units; translate: Translate; before?: CustomSystem | undefined },
): { system: CustomSystem } | { errors: DraftErrors } {
  const errors: DraftErrors = {};
  const name = draft.name.trim();
  if (name === "") errors.name = { id: "customError.name", values: {} };
  const min = readKm(draft.min, before?.rangeKm.min, units, translate);
  const max = draft.max.trim() === "" ? min : readKm(draft.max, before?.rangeKm.max, units, translate);
  const minError = rangeError(draft.min, min, units, translate);
  const maxError = draft.max.trim() === "" ? undefined : rangeError(draft.max, max, units, translate);
  if (minError) errors.min = minError;
  if (maxError) errors.max = maxError;
  else if (!minError && min > max)
    errors.max = { id: "customError.minOverMax", values: { min: draft.min, max: draft.max } };
  const contrast = contrastWithWhite(draft.color);
  if (contrast < LEAST_CONTRAST)
    errors.color = {
      id: "customError.color",
      values: { value: draft.color, contrast: Math.floor(contrast * 10) / 10 },
    };
  if (Object.keys(errors).length > 0) return { errors };
  const source = draft.source.trim();
  return {
    system: {
      id,
      name,
      rangeKm: { min, max },
      kind: draft.kind,
      color: draft.color.toLowerCase(),
      ...(source !== "" && { source }),
    },
  };
}
