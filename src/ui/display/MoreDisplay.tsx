import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import type { SourceTarget } from "../../comparison/comparison.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { DISPLAY_TOGGLES } from "./displayToggles.ts";
import { ToggleSwitch } from "./ToggleSwitch.tsx";

interface MoreDisplayProps {
  onSource: (target: SourceTarget) => void;
}

const REACHED_FROM = [2, 3, 4, 5, 10] as const;

/** The number of launch points that must be within range of a place for it to be shaded. */
function ReachedFrom() {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const value = useAppState((state) => state.content.display.reachedFrom);
  return (
    <label className="choice">
      <span className="choice-label">{translate("display.reachedFrom")}</span>
      <select
        className="select"
        value={value ?? ""}
        onChange={(event) =>
          actions.setDisplay({ reachedFrom: event.target.value === "" ? undefined : Number(event.target.value) })
        }
      >
        <option value="">{translate("display.reachedFrom.off")}</option>
        {REACHED_FROM.map((count) => (
          <option key={count} value={count}>
            {translate("display.reachedFrom.n", { count })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The treaty distances, each with its caveat, without which it would mislead. */
function Treaties({ onSource }: MoreDisplayProps) {
  const { catalog, actions } = useAppContext();
  const translate = useTranslate();
  const chosen = useAppState((state) => state.content.display.treaties) ?? [];
  return (
    <fieldset className="system-choice">
      <legend className="choice-label">{translate("display.treaties")}</legend>
      {catalog.referenceDistances.map(({ id, names, definition, caveat }) => {
        const on = chosen.includes(id);
        return (
          <div key={id}>
            <Checkbox
              className="checkbox"
              isSelected={on}
              onChange={(value) =>
                actions.setDisplay({ treaties: value ? [...chosen, id] : chosen.filter((item) => item !== id) })
              }
            >
              <span className="checkbox-box">
                <Icon name="check" />
              </span>
              <span className="system-name">{names[translate.language]}</span>
            </Checkbox>
            {on && (
              <p className="hint indented">
                {definition[translate.language]}. {caveat[translate.language]}{" "}
                <Button className="link" onPress={() => onSource({ treaty: id })}>
                  {translate("column.source")}
                </Button>
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** Options that are off by default: merged coverage, outliers, treaty distances and the flat circle. */
export default function MoreDisplay({ onSource }: MoreDisplayProps) {
  return (
    <>
      {DISPLAY_TOGGLES.map((toggle) => toggle.isExtra && <ToggleSwitch key={toggle.field} toggle={toggle} />)}
      <ReachedFrom />
      <Treaties onSource={onSource} />
    </>
  );
}
