import { buildCaption } from "../../figure/caption.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Translate } from "../../i18n/messages.ts";

/** A picture in words, for those who do not see it: title, what is drawn from where, and that launch points are illustrative. */
export function toAltText(figure: Figure, translate: Translate): string {
  const shown = figure.launchPoints.filter((point) => !point.hidden);
  const drawn = buildCaption(shown, figure.systems, translate, figure.units);
  const title = figure.title === "" || /[.!?…]$/.test(figure.title) ? figure.title : `${figure.title}.`;
  return [title, drawn || translate("map"), ...(shown.length > 0 ? [translate("illustrative")] : [])]
    .filter((part) => part !== "")
    .join(" ");
}
