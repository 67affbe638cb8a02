import { useId } from "react";
import { Switch } from "react-aria-components/Switch";
import { PLATFORMS, SYSTEM_KINDS } from "../../catalog/vocabulary.ts";
import type { ComparisonFilter } from "../../comparison/comparisonOrder.ts";
import { UNITS } from "../../scenario/emptyScenario.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { Choice } from "../widgets/Choice.tsx";

interface FilterProps<T extends string> {
  label: string;
  options: readonly T[];
  value: T | undefined;
  nameOf: (option: T) => string;
  onChange: (value: T | undefined) => void;
}

function Filter<T extends string>({ label, options, value, nameOf, onChange }: FilterProps<T>) {
  const translate = useTranslate();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value ?? ""}
        onChange={(event) => onChange(options.find((option) => option === event.target.value))}
      >
        <option value="">{translate("filter.all")}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Toggle({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Switch className="switch" isSelected={value} onChange={onChange}>
      <span className="switch-track" />
      {label}
    </Switch>
  );
}

/** What the comparison shows: the ranges to scale, or the published figures by date. */
export const COMPARE_VIEWS = ["ranges", "time"] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];
const VIEW_NAMES = { ranges: "timeline.ranges", time: "timeline.title" } as const;

interface CompareOptionsProps {
  view: CompareView;
  onView: (view: CompareView) => void;
  all: boolean;
  onAll: (all: boolean) => void;
  treaties: boolean;
  onTreaties: (treaties: boolean) => void;
  filter: ComparisonFilter;
  onFilter: (filter: ComparisonFilter) => void;
}

/** The choice of what is compared. The unit and outlier options apply to the whole page. */
export function CompareOptions({
  view,
  onView,
  all,
  onAll,
  treaties,
  onTreaties,
  filter,
  onFilter,
}: CompareOptionsProps) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const { units, outliers } = useAppState((state) => state.content.display);
  return (
    <div className="compare-options">
      <Choice
        label={translate("timeline.view")}
        options={COMPARE_VIEWS}
        value={view}
        nameOf={(option) => translate(VIEW_NAMES[option])}
        onChange={onView}
      />
      <Filter
        label={translate("column.kind")}
        options={[...SYSTEM_KINDS, "other"] as const}
        value={filter.kind}
        nameOf={(kind) => translate(`kind.${kind}`)}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
      <Filter
        label={translate("column.platform")}
        options={PLATFORMS}
        value={filter.platform}
        nameOf={(platform) => translate(`platform.${platform}`)}
        onChange={(platform) => onFilter({ ...filter, platform })}
      />
      <Choice
        label={translate("units")}
        options={UNITS}
        value={units}
        nameOf={(unit) => translate(`units.${unit}`)}
        onChange={(unit) => actions.setDisplay({ units: unit })}
      />
      <Toggle label={translate("compare.all")} value={all} onChange={onAll} />
      {view === "ranges" && <Toggle label={translate("compare.treaties")} value={treaties} onChange={onTreaties} />}
      <Toggle
        label={translate("compare.outliers")}
        value={outliers ?? false}
        onChange={(value) => actions.setDisplay({ outliers: value })}
      />
    </div>
  );
}
