import { useState } from "react";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Button } from "react-aria-components/Button";
import { Heading } from "react-aria-components/Heading";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { Projection, Units } from "../../scenario/scenario.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { Choice } from "../widgets/Choice.tsx";
import { Icon } from "../widgets/icons.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import { DISPLAY_TOGGLES } from "./displayToggles.ts";
import { ToggleSwitch } from "./ToggleSwitch.tsx";

const MoreDisplay = lazyPart(() => import("./MoreDisplay.tsx"));

const LIVE_PROJECTIONS = ["mercator", "globe", "azimuthal-equidistant"] as const satisfies readonly Projection[];
const UNITS = ["km", "mi", "nmi"] as const satisfies readonly Units[];

interface DisplayProps {
  onSource: (target: SourceTarget) => void;
}

/** The options that are off by default. Their code is loaded when they are first opened. */
function MoreOptions({ onSource }: DisplayProps) {
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Disclosure className="disclosure" isExpanded={isOpen} onExpandedChange={setIsOpen}>
      <Heading level={3}>
        <Button slot="trigger" className="disclosure-head">
          <Icon name="chevron" />
          {translate("display.more")}
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">{isOpen && <MoreDisplay onSource={onSource} />}</DisclosurePanel>
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
      <MoreOptions onSource={onSource} />
      <ShapesBusy />
    </section>
  );
}
