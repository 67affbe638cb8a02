import { useEffect, useState } from "react";
import type { MessageId, Translate } from "../../i18n/messages.ts";
import { formatLngLat } from "../../i18n/numbers.ts";
import type { ScenarioContent } from "../../scenario/edits.ts";
import type { AppStore, EditLabel } from "../../state/store.ts";
import { useAppContext } from "./AppContext.tsx";

/** Edits within this time of each other are announced as one, such as nudging a point or typing a name. */
const PAUSE_MS = 500;
/** Edits that have their own sentence. The others are announced with the label of their undo entry. */
const OWN_SENTENCES = ["add", "move", "remove", "hide", "show", "open", "clear"] as const;

const inWords = (edit: EditLabel | null | undefined, translate: Translate): string =>
  edit ? translate(`edit.${edit.action}` as MessageId, { name: edit.name }).trim() : "";

/** The new position of a point that an edit moved, in words; the name of a launch area. */
function placeOf(before: ScenarioContent, after: ScenarioContent, translate: Translate): string {
  const old = new Map(before.launchPoints.map((point) => [point.id, point]));
  const moved = after.launchPoints.find((point) => old.get(point.id)?.geometry !== point.geometry);
  return moved?.geometry.type === "Point"
    ? formatLngLat(moved.geometry.coordinates, translate.language, 2)
    : (moved?.name ?? "");
}

/** The state at the last announcement, with which the next state is compared. */
interface Snapshot {
  content: ScenarioContent;
  edit: EditLabel | null;
  undone: { content: ScenarioContent; count: number };
}

function readSnapshot(store: AppStore): Snapshot {
  const { content, edit } = store.getState();
  const { futureStates } = store.temporal.getState();
  return { content, edit, undone: { content: futureStates.at(-1)?.content ?? content, count: futureStates.length } };
}

/** The sentence for a change. Undo and redo are recognised by the length of the redo stack. */
function sentence(before: Snapshot, after: Snapshot, translate: Translate): string {
  const count = translate("live.points", { count: after.content.launchPoints.length });
  const { edit } = after;
  if (after.undone.count > before.undone.count)
    return `${translate("live.undone", { what: inWords(before.edit, translate) })} ${count}`;
  if (after.undone.count < before.undone.count && after.content === before.undone.content)
    return `${translate("live.redone", { what: inWords(edit, translate) })} ${count}`;
  const action = OWN_SENTENCES.find((item) => item === edit?.action);
  if (!edit || !action) return translate("live.changed", { what: inWords(edit, translate) });
  const said = translate(`live.${action}`, {
    name: edit.name,
    place: action === "move" ? placeOf(before.content, after.content, translate) : "",
  });
  return action === "add" || action === "remove" || action === "open" ? `${said} ${count}` : said;
}

/** Announces to screen readers what an edit has changed. */
export function LiveStatus() {
  const { store, figureStore } = useAppContext();
  const [text, setText] = useState("");
  useEffect(() => {
    let last = readSnapshot(store);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const announce = () => {
      const now = readSnapshot(store);
      if (now.content !== last.content) setText(sentence(last, now, figureStore.getState().translate));
      last = now;
    };
    const stop = store.subscribe((state, before) => {
      if (state.content === before.content) return;
      clearTimeout(timer);
      timer = setTimeout(announce, PAUSE_MS);
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
