import { type ReactNode, useId } from "react";
import { markedName } from "../../marks/drawnSystem.ts";
import type { DrawnLaunchPoint } from "../../marks/drawn.ts";
import { REACH_STATES, type ReachState, type ReachSystem } from "../../reach/reach.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { UNITS } from "../../scenario/emptyScenario.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { Choice } from "../widgets/Choice.tsx";

/** What the user asks of the table; the filter of rows is made of it. */
export interface ReachQuestion {
  source: "gazetteer" | "list";
  list: string;
  name: string;
  country: string;
  minPopulation: number;
  /** Id of a launch point; empty for all. */
  from: string;
  state: ReachState | "";
  /** Ref of a system; empty for any. */
  system: string;
}

export const FIRST_QUESTION: ReachQuestion = {
  source: "gazetteer",
  list: "",
  name: "",
  country: "",
  minPopulation: 100_000,
  from: "",
  state: "",
  system: "",
};
const POPULATIONS = [0, 10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000];

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface ReachFiltersProps {
  question: ReachQuestion;
  onChange: (change: Partial<ReachQuestion>) => void;
  points: DrawnLaunchPoint[];
  systems: ReachSystem[];
  countries: { code: string; name: string }[];
}

/** Which places, from where, and how they stand to which system. */
export function ReachFilters({ question, onChange, points, systems, countries }: ReachFiltersProps) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const ofGazetteer = question.source === "gazetteer";
  return (
    <div className="reach-filters">
      <div className="reach-choices">
        <Choice
          label={translate("reach.places")}
          options={["gazetteer", "list"] as const}
          value={question.source}
          nameOf={(option) => translate(`reach.source.${option}`)}
          onChange={(source) => onChange({ source })}
        />
        <Choice
          label={translate("units")}
          options={UNITS}
          value={units}
          nameOf={(unit) => translate(`units.${unit}`)}
          onChange={(unit) => actions.setDisplay({ units: unit })}
        />
      </div>
      {!ofGazetteer && (
        <Field label={translate("reach.paste")}>
          {(id) => (
            <textarea
              id={id}
              className="reach-paste"
              rows={4}
              value={question.list}
              placeholder={translate("reach.pasteExample")}
              onChange={(event) => onChange({ list: event.target.value })}
            />
          )}
        </Field>
      )}
      <div className="reach-fields">
        <Field label={translate("reach.name")}>
          {(id) => (
            <input
              id={id}
              type="search"
              value={question.name}
              maxLength={100}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        {ofGazetteer && (
          <>
            <Field label={translate("reach.country")}>
              {(id) => (
                <select
                  id={id}
                  className="select"
                  value={question.country}
                  onChange={(event) => onChange({ country: event.target.value })}
                >
                  <option value="">{translate("filter.all")}</option>
                  {countries.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={translate("reach.minPopulation")}>
              {(id) => (
                <select
                  id={id}
                  className="select"
                  value={question.minPopulation}
                  onChange={(event) => onChange({ minPopulation: Number(event.target.value) })}
                >
                  {POPULATIONS.map((people) => (
                    <option key={people} value={people}>
                      {people === 0 ? translate("filter.all") : formatNumber(translate.language, people)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        )}
        <Field label={translate("reach.from")}>
          {(id) => (
            <select
              id={id}
              className="select"
              value={question.from}
              onChange={(event) => onChange({ from: event.target.value })}
            >
              <option value="">{translate("reach.fromAll")}</option>
              {points.map((point) => (
                <option key={point.id} value={point.id}>
                  {point.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={translate("reach.system")}>
          {(id) => (
            <select
              id={id}
              className="select"
              value={question.system}
              onChange={(event) => onChange({ system: event.target.value })}
            >
              <option value="">{translate("reach.anySystem")}</option>
              {systems.map(({ system }) => (
                <option key={system.key} value={system.key}>
                  {markedName(system, translate)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={translate("reach.state")}>
          {(id) => (
            <select
              id={id}
              className="select"
              value={question.state}
              onChange={(event) =>
                onChange({ state: REACH_STATES.find((state) => state === event.target.value) ?? "" })
              }
            >
              <option value="">{translate("filter.all")}</option>
              {REACH_STATES.map((state) => (
                <option key={state} value={state}>
                  {translate(`reach.${state}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </div>
  );
}
