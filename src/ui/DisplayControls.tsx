import { Switch } from "react-aria-components/Switch";
import type { Display, Projection, Units } from "../scenario/scenario.ts";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { Choice } from "./Choice.tsx";

const LIVE_PROJECTIONS = ["mercator", "globe"] as const satisfies readonly Projection[];
const UNITS = ["km", "mi", "nmi"] as const satisfies readonly Units[];

/** A switch of one yes-or-no field of the display. */
function DisplaySwitch({ field, label }: { field: "bands" | "outliers"; label: string }) {
  const { actions } = useAppContext();
  const on = useAppState((state) => state.content.display[field] ?? false);
  return (
    <Switch className="switch" isSelected={on} onChange={(value) => actions.setDisplay({ [field]: value } as Partial<Display>)}>
      <span className="switch-track" />
      {label}
    </Switch>
  );
}

/** How the map is drawn: projection, unit of length, and whether the spread of published figures shows. */
export function DisplayControls() {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const { projection, units } = useAppState((state) => state.content.display);
  return (
    <section className="section" aria-labelledby="display-heading">
      <h2 id="display-heading">{translate("display")}</h2>
      <Choice
        label={translate("projection")}
        options={LIVE_PROJECTIONS}
        value={projection === "globe" ? "globe" : "mercator"}
        nameOf={(option) => translate(`projection.${option}`)}
        onChange={(option) => actions.setDisplay({ projection: option })}
      />
      <Choice
        label={translate("units")}
        options={UNITS}
        value={units}
        nameOf={(option) => translate(`units.${option}`)}
        onChange={(option) => actions.setDisplay({ units: option })}
      />
      <DisplaySwitch field="bands" label={translate("display.bands")} />
    </section>
  );
}
