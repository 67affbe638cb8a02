import { useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { ReferenceDistance } from "../../catalog/catalog.ts";
import { composeComparePicture, composeTimelinePicture } from "../../comparison/compareChart.ts";
import type { ComparisonRow, SourceTarget } from "../../comparison/comparison.ts";
import {
  type ComparisonColumn,
  type ComparisonFilter,
  type ComparisonOrder,
  filterComparison,
  sortComparison,
} from "../../comparison/comparisonOrder.ts";
import { referenceLabel } from "../../comparison/comparisonReferences.ts";
import { buildTimelines } from "../../comparison/timeline.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { CompareChart } from "./CompareChart.tsx";
import { CompareOptions, type CompareView } from "./CompareOptions.tsx";
import { CompareSave } from "./CompareSave.tsx";
import { CompareTable } from "./CompareTable.tsx";
import { TimelineChart } from "./TimelineChart.tsx";
import { TimelineTable } from "./TimelineTable.tsx";
import { useComparison } from "./useComparison.ts";
import "./compare.css";

const NO_REFERENCES: ReferenceDistance[] = [];
const LONGEST_FIRST: ReadonlySet<ComparisonColumn> = new Set<ComparisonColumn>(["range", "published", "figures"]);

/** The treaty distances in words, each with its definition and its caveat. */
function TreatyNotes({
  references,
  onSource,
}: {
  references: ReferenceDistance[];
  onSource: (target: SourceTarget) => void;
}) {
  const translate = useTranslate();
  const { language } = translate;
  const units = useAppState((state) => state.content.display.units);
  if (references.length === 0) return null;
  return (
    <section className="treaty-notes" aria-labelledby="treaty-notes">
      <h3 id="treaty-notes">{translate("compare.treaties")}</h3>
      <ul>
        {references.map((reference) => (
          <li key={reference.id}>
            <Button className="number" onPress={() => onSource({ treaty: reference.id })}>
              {referenceLabel(reference, units, translate)}
            </Button>
            <p>
              {translate("treaty.definition")}: {reference.definition[language]}. {reference.caveat[language]}
            </p>
          </li>
        ))}
      </ul>
      <p>{translate("compare.treatyNote")}</p>
    </section>
  );
}

/** The published figures by date: a chart, a table and the files of both. */
function OverTime({ rows, onSource }: { rows: ComparisonRow[]; onSource: (target: SourceTarget) => void }) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const display = useAppState((state) => state.content.display);
  const timelines = useMemo(
    () => buildTimelines(rows, catalog, { display, translate }),
    [rows, catalog, display, translate],
  );
  if (timelines.length === 0) return <p>{translate("timeline.none")}</p>;
  return (
    <>
      <TimelineChart timelines={timelines} onSource={onSource} />
      <TimelineTable timelines={timelines} onSource={onSource} />
      <CompareSave
        rows={rows}
        references={NO_REFERENCES}
        name={translate("timeline.title")}
        compose={(options) => composeTimelinePicture(timelines, options)}
      />
    </>
  );
}

/** Systems side by side: a chart to scale and a table to sort, or their figures over time. */
export default function CompareDialog({
  onSource,
  onClose,
}: {
  onSource: (target: SourceTarget) => void;
  onClose: () => void;
}) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const mapIsEmpty = useFigureState((state) => state.figure.systems.length === 0);
  const [all, setAll] = useState(mapIsEmpty);
  const [treaties, setTreaties] = useState(true);
  const [filter, setFilter] = useState<ComparisonFilter>({});
  const [order, setOrder] = useState<ComparisonOrder>({ column: "range", descending: true });
  const [view, setView] = useState<CompareView>("ranges");
  const compared = useComparison(all);
  const rows = useMemo(
    () => sortComparison(filterComparison(compared, filter), order, translate),
    [compared, filter, order, translate],
  );
  const references = treaties ? catalog.referenceDistances : NO_REFERENCES;
  const orderBy = (column: ComparisonColumn) =>
    setOrder((before) => ({
      column,
      descending: before.column === column ? !before.descending : LONGEST_FIRST.has(column),
    }));
  return (
    <AppDialog title={translate("compare.title")} size="wide" onClose={onClose}>
      <div className="compare">
        <CompareOptions
          view={view}
          onView={setView}
          all={all}
          onAll={setAll}
          treaties={treaties}
          onTreaties={setTreaties}
          filter={filter}
          onFilter={setFilter}
        />
        {rows.length === 0 ? (
          <p>{translate(compared.length === 0 ? "compare.empty" : "compare.none")}</p>
        ) : view === "time" ? (
          <OverTime rows={rows} onSource={onSource} />
        ) : (
          <>
            <CompareChart rows={rows} references={references} onSource={onSource} />
            <TreatyNotes references={references} onSource={onSource} />
            <CompareTable rows={rows} order={order} onOrder={orderBy} onSource={onSource} />
            <CompareSave
              rows={rows}
              references={references}
              name={translate("compare")}
              compose={(options) => composeComparePicture(rows, references, options)}
            />
          </>
        )}
      </div>
    </AppDialog>
  );
}
