import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { toReachCsv } from "../../reach/reachCsv.ts";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { ReachPlace } from "../../reach/reach.ts";
import { countriesOf, indexPlaces, parsePlaceList, type PlaceIndex } from "../../reach/reachList.ts";
import { selectPlaces, toReachPlace } from "../../reach/reachPlaces.ts";
import type { ReachColumn, ReachFilter, ReachOrder } from "../../reach/reachOrder.ts";
import type { MessageId } from "../../i18n/messages.ts";
import { foldName } from "../../input/places/placesFold.ts";
import type { PlacesTable } from "../../input/places/placesTable.ts";
import type { Problem } from "../../scenario/problem.ts";
import { useAppContext, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { saveFile, toFileName } from "../widgets/saveFile.ts";
import { useMedia } from "../widgets/useMedia.ts";
import { inSlices } from "./inSlices.ts";
import { FIRST_QUESTION, ReachFilters, type ReachQuestion } from "./ReachFilters.tsx";
import { ReachRows } from "./ReachRows.tsx";
import { useGazetteer } from "./useGazetteer.ts";
import { useMeasuredReach, useReachRows } from "./useReach.ts";
import "./reach.css";

const MOST_FIRST: ReadonlySet<ReachColumn> = new Set<ReachColumn>(["population"]);
const PROBLEMS_SHOWN = 5;
const NOWHERE: ReachPlace[] = [];

/** An index of the gazetteer by name, built once the user's list needs it. */
function usePlaceIndex(table: PlacesTable | undefined, wanted: boolean): PlaceIndex | undefined {
  const [index, setIndex] = useState<PlaceIndex>();
  useEffect(() => {
    if (!table || !wanted) return;
    const controller = new AbortController();
    inSlices(indexPlaces(table.keys, table.owners), controller.signal).then(setIndex, () => {});
    return () => controller.abort();
  }, [table, wanted]);
  return index;
}

function ListProblems({ problems }: { problems: Problem[] }) {
  const translate = useTranslate();
  if (problems.length === 0) return null;
  return (
    <output className="reach-problems">
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
          <li key={`${problem.path}:${problem.code}`}>
            {problem.path !== "" && `${translate("reach.line", { number: Number(problem.path) })}: `}
            {translate(`problem.${problem.code}` as MessageId, problem.values)}
          </li>
        ))}
      </ul>
      {problems.length > PROBLEMS_SHOWN && translate("notice.more", { count: problems.length - PROBLEMS_SHOWN })}
    </output>
  );
}

/** The places of the map, or of the user's list, by their distance from the launch points. */
export default function ReachDialog({
  onSource,
  onClose,
}: {
  onSource: (target: SourceTarget) => void;
  onClose: () => void;
}) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const { language } = translate;
  const { launchPoints, title } = useFigureState((state) => state.figure);
  const [question, setQuestion] = useState<ReachQuestion>(FIRST_QUESTION);
  const [order, setOrder] = useState<ReachOrder>({ column: "distance", descending: false });
  const [saving, setSaving] = useState(false);
  const isNarrow = useMedia("(max-width: 760px)");
  const gazetteer = useGazetteer();
  const all = gazetteer.status === "ready" ? gazetteer.table : undefined;
  const isList = question.source === "list";
  const index = usePlaceIndex(all, isList);
  const text = useDeferredValue(question.list);
  const list = useMemo(
    () =>
      isList && all && index
        ? parsePlaceList(text, { placeAt: (at) => toReachPlace(all, at, language), index }, language)
        : undefined,
    [isList, all, index, text, language],
  );
  const { name, country, minPopulation, state } = question;
  const selected = useMemo(
    () => all && selectPlaces(all, { country, minPopulation, language }),
    [all, country, minPopulation, language],
  );
  const places = isList ? (list?.places ?? (all && NOWHERE)) : selected;
  const shown = useMemo(() => launchPoints.filter((point) => !point.hidden), [launchPoints]);
  const points = useMemo(
    () => shown.filter((point) => question.from === "" || point.id === question.from),
    [shown, question.from],
  );
  const countries = useMemo(() => (all ? countriesOf(all.codes.match(/../g) ?? [], language) : []), [all, language]);
  const measured = useMeasuredReach(places, points);
  const systems = measured?.table.systems ?? [];
  const systemIndex = systems.findIndex(({ system }) => system.key === question.system);
  const filter = useMemo<ReachFilter>(
    () => ({
      name: name.trim() === "" ? "" : foldName(name) || name.trim().toLowerCase(),
      ...(state !== "" && { states: new Set([state]) }),
      system: systemIndex < 0 ? undefined : systemIndex,
    }),
    [name, state, systemIndex],
  );
  const result = useReachRows(measured, filter, order, language);
  const orderBy = (column: ReachColumn) =>
    setOrder((before) => ({
      column,
      descending: before.column === column ? !before.descending : MOST_FIRST.has(column),
    }));
  const saveCsv = async () => {
    if (!result) return;
    setSaving(true);
    const csv = await inSlices(
      toReachCsv(result.table, result.rows, catalog, translate, { byteOrderMark: true }),
      new AbortController().signal,
    );
    saveFile(
      new Blob([csv], { type: "text/csv;charset=utf-8" }),
      `${toFileName(title)}-${toFileName(translate("reach"))}.csv`,
    );
    setSaving(false);
  };
  const waiting =
    shown.length > (measured?.table.launchPoints.length ?? 0) &&
    question.from === "" &&
    shown.some((point) => point.geometry.type !== "Point" && !point.shape);
  return (
    <AppDialog title={translate("reach.title")} size="wide" onClose={onClose}>
      <div className="reach">
        <ReachFilters
          question={question}
          onChange={(change) => setQuestion((before) => ({ ...before, ...change }))}
          points={shown}
          systems={systems}
          countries={countries}
        />
        {list && <ListProblems problems={list.problems} />}
        {gazetteer.status === "failed" && (
          <p className="status" data-error>
            {translate("reach.failed", { detail: gazetteer.detail })}
          </p>
        )}
        {shown.length === 0 && <p>{translate("reach.empty")}</p>}
        <div className="reach-summary">
          <output>
            {result ? translate("reach.count", { count: result.rows.length }) : translate("reach.measuring")}
          </output>
          <Button
            className="button"
            isDisabled={!result || result.rows.length === 0}
            isPending={saving}
            onPress={() => void saveCsv()}
          >
            {translate("compare.save")} CSV
          </Button>
        </div>
        {result && shown.length > 0 && (
          <ReachRows
            key={`${isNarrow}:${systems.length}`}
            isNarrow={isNarrow}
            table={result.table}
            rows={result.rows}
            order={order}
            onOrder={orderBy}
            onSource={onSource}
          />
        )}
        {waiting && <p className="hint">{translate("reach.waiting")}</p>}
        <p className="hint">{translate("reach.explain")}</p>
      </div>
    </AppDialog>
  );
}
