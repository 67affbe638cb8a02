import "./shortcuts.css";
import { Switch } from "react-aria-components/Switch";
import type { MessageId } from "../../i18n/messages.ts";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";

/** The keys and what each does, as the list under `?` shows them. */
const SHORTCUTS: { keys: string[]; message: MessageId }[] = [
  { keys: ["?"], message: "shortcut.help" },
  { keys: ["Ctrl/⌘ Z"], message: "undo" },
  { keys: ["Ctrl/⌘ Shift Z", "Ctrl/⌘ Y"], message: "redo" },
  { keys: ["/"], message: "shortcut.search" },
  { keys: ["A"], message: "shortcut.add" },
  { keys: ["L"], message: "tool.line" },
  { keys: ["R"], message: "tool.area" },
  { keys: ["M"], message: "tool.measure" },
  { keys: ["P"], message: "tool.place" },
  { keys: ["C"], message: "compare.title" },
  { keys: ["E"], message: "export.title" },
  { keys: ["← ↑ → ↓"], message: "shortcut.nudge" },
  { keys: ["Alt ↑ ↓"], message: "shortcut.reorder" },
  { keys: ["Delete"], message: "shortcut.remove" },
  { keys: ["Esc"], message: "shortcut.escape" },
];

/** Every key that does something. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const letterKeys = useAppState((state) => state.letterKeys);
  return (
    <AppDialog title={translate("shortcuts")} onClose={onClose}>
      <table className="table">
        <tbody>
          {SHORTCUTS.map(({ keys, message }) => (
            <tr key={message}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{translate(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Switch className="switch" isSelected={letterKeys} onChange={(on) => actions.setLetterKeys(on)}>
        <span className="switch-track" />
        {translate("shortcuts.letters")}
      </Switch>
    </AppDialog>
  );
}
