import "./shortcuts.css";
import { Switch } from "react-aria-components/Switch";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { SHORTCUTS } from "./useShortcuts.ts";

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
