import { useEffect, useState } from "react";
import type { MessageId, Translate } from "../../i18n/messages.ts";
import { formatLngLat } from "../../i18n/numbers.ts";
import type { ScenarioContent } from "../../scenario/edits.ts";
import type { AppStore, EditLabel } from "../../state/store.ts";
import { useAppContext } from "./AppContext.tsx";

/** Edits that follow each other within this time are one sentence: a point that is nudged, a name that is typed. */
const PAUSE_MS = 500;
/** Edits that have a sentence of their own; of the others the words of undo are said. */
const TOLD = ["add", "move", "remove", "hide", "show", "open", "clear"] as const;

const inWords = (edit: EditLabel | null | undefined, translate: Translate): string =>
  edit ? translate(`edit.${edit.action}` as MessageId, { name: edit.name }).trim() : "";

/** Where the point that an edit moved now is, in words; its name where it is no point. */
function placeOf(before: ScenarioContent, after: ScenarioContent, translate: Translate): string {
  const old = new Map(before.launchPoints.map((point) => [point.id, point]));
  const moved = after.launchPoints.find((point) => old.get(point.id)?.geometry !== point.geometry);
  return moved?.geometry.type === "Point"
    ? formatLngLat(moved.geometry.coordinates, translate.language, 2)
    : (moved?.name ?? "");
}

/** What there is to compare with when something has changed. */
interface Told {
  content: ScenarioContent;
  edit: EditLabel | null;
  undone: { content: ScenarioContent; count: number };
}

function readTold(store: AppStore): Told {
  const { content, edit } = store.getState();
  const { futureStates } = store.temporal.getState();
  return { content, edit, undone: { content: futureStates.at(-1)?.content ?? content, count: futureStates.length } };
}

/** The sentence for a change; undo and redo are known by what is left to be redone. */
function sentence(before: Told, after: Told, translate: Translate): string {
  const count = translate("live.points", { count: after.content.launchPoints.length });
  const { edit } = after;
  if (after.undone.count > before.undone.count)
    return `${translate("live.undone", { what: inWords(before.edit, translate) })} ${count}`;
  if (after.undone.count < before.undone.count && after.content === before.undone.content)
    return `${translate("live.redone", { what: inWords(edit, translate) })} ${count}`;
  const action = TOLD.find((item) => item === edit?.action);
  if (!edit || !action) return translate("live.changed", { what: inWords(edit, translate) });
  const said = translate(`live.${action}`, {
    name: edit.name,
    place: action === "move" ? placeOf(before.content, after.content, translate) : "",
  });
  return action === "add" || action === "remove" || action === "open" ? `${said} ${count}` : said;
}

/** Says in words, to those who do not see the map, what an edit has changed. */
export function LiveStatus() {
  const { store, figureStore } = useAppContext();
  const [text, setText] = useState("");
  useEffect(() => {
    let told = readTold(store);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const now = readTold(store);
      if (now.content !== told.content) setText(sentence(told, now, figureStore.getState().translate));
      told = now;
    };
    const stop = store.subscribe((state, before) => {
      if (state.content === before.content) return;
      clearTimeout(timer);
      timer = setTimeout(tell, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, figureStore]);
  return (
    <output className="visually-hidden" data-testid="live-status">
      {text}
    </output>
  );
}
