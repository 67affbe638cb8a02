import { Switch } from "react-aria-components/Switch";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import type { DisplayToggle } from "./displayToggles.ts";

/** A switch, and its hint while it is on. */
export function ToggleSwitch({ toggle: { field, words, hint } }: { toggle: DisplayToggle }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const on = useAppState((state) => state.content.display[field] ?? false);
  return (
    <>
      <Switch className="switch" isSelected={on} onChange={(value) => actions.setDisplay({ [field]: value })}>
        <span className="switch-track" />
        {translate(words)}
      </Switch>
      {on && hint !== undefined && <p className="hint indented">{translate(hint)}</p>}
    </>
  );
}
