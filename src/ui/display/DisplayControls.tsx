import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Button } from "react-aria-components/Button";
import { Heading } from "react-aria-components/Heading";
import { Checkbox } from "react-aria-components/Checkbox";
import { Switch } from "react-aria-components/Switch";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { Projection, Units } from "../../scenario/scenario.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { Choice } from "../widgets/Choice.tsx";
import { Icon } from "../widgets/icons.tsx";
import { DISPLAY_TOGGLES, type DisplayToggle } from "./displayToggles.ts";

const LIVE_PROJECTIONS = ["mercator", "globe", "azimuthal-equidistant"] as const satisfies readonly Projection[];
const UNITS = ["km", "mi", "nmi"] as const satisfies readonly Units[];

interface DisplayProps {
  onSource: (target: SourceTarget) => void;
}

/** A switch, and its hint while it is on. */
function ToggleSwitch({ toggle: { field, words, hint } }: { toggle: DisplayToggle }) {
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
function Treaties({ onSource }: DisplayProps) {
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
function MoreDisplay({ onSource }: DisplayProps) {
  const translate = useTranslate();
  return (
    <Disclosure className="disclosure">
      <Heading level={3}>
        <Button slot="trigger" className="disclosure-head">
          <Icon name="chevron" />
          {translate("display.more")}
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
        {DISPLAY_TOGGLES.map((toggle) => toggle.isExtra && <ToggleSwitch key={toggle.field} toggle={toggle} />)}
        <ReachedFrom />
        <Treaties onSource={onSource} />
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Shows the progress of shapes that are still being computed in the worker. */
function ShapesBusy() {
  const translate = useTranslate();
  const { jobs, share } = useFigureState((state) => state.progress);
  return (
    <output className="hint">
      {jobs > 0 ? translate("shapes.busy", { share: `${Math.round(share * 100)} %` }) : ""}
    </output>
  );
}

/** How the map is drawn: projection, unit of length, and whether the spread of published figures shows. */
export function DisplayControls({ onSource }: DisplayProps) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const { projection, units } = useAppState((state) => state.content.display);
  return (
    <section className="section" aria-labelledby="display-heading">
      <h2 id="display-heading">{translate("display")}</h2>
      <Choice
        label={translate("projection")}
        options={LIVE_PROJECTIONS}
        value={projection}
        nameOf={(option) => translate(`projection.short.${option}`)}
        onChange={(option) => actions.setDisplay({ projection: option })}
      />
      <p className="hint projection-why">{translate(`projection.why.${projection}`)}</p>
      <Choice
        label={translate("units")}
        options={UNITS}
        value={units}
        nameOf={(option) => translate(`units.${option}`)}
        onChange={(option) => actions.setDisplay({ units: option })}
      />
      {DISPLAY_TOGGLES.map((toggle) => !toggle.isExtra && <ToggleSwitch key={toggle.field} toggle={toggle} />)}
      <MoreDisplay onSource={onSource} />
      <ShapesBusy />
    </section>
  );
}
