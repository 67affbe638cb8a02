import { buildCaption } from "../../figure/caption.ts";
import { creditsInWords } from "../../figure/credits.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Translate } from "../../i18n/messages.ts";

const asSentence = (words: string): string => (words === "" || /[.!?…]$/.test(words) ? words : `${words}.`);

/** The alternative text of a picture: title, what is drawn and from where, the sources, and that launch points are illustrative. */
export function toAltText(figure: Figure, translate: Translate): string {
  const shown = figure.launchPoints.filter((point) => !point.hidden);
  const drawn = buildCaption(shown, figure.systems, translate, figure.units);
  // Everything that is not a system is described as in the legend.
  const others = figure.legend.flatMap(({ system, swatch, name }) => (!system && swatch ? [name] : []));
  const title = asSentence(figure.title);
  return [
    title,
    drawn || translate("map"),
    ...others.map(asSentence),
    asSentence(creditsInWords(figure, translate)),
    ...(shown.length > 0 ? [translate("illustrative")] : []),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
