import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useRef } from "react";
import { Button } from "react-aria-components/Button";
import type { SourceTarget } from "../../comparison/comparison.ts";
import { markedName, targetInWords } from "../../marks/drawnSystem.ts";
import { reachBearingDeg, type ReachState, reachStateAt, type ReachTable } from "../../reach/reach.ts";
import type { ReachColumn, ReachOrder } from "../../reach/reachOrder.ts";
import type { MessageId } from "../../i18n/messages.ts";
import { formatLength, formatNumber } from "../../i18n/numbers.ts";
import { countryName } from "../../i18n/countryNames.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { Swatch } from "../widgets/Swatch.tsx";
import { systemSwatch } from "../../marks/ring.ts";

const ROW_HEIGHT = 36;
/** On a phone a row is a card: the place, its lines, and a line for each system. */
const cardHeight = (systems: number): number => 66 + 24 * systems;
const ARIA_SORT = { true: "descending", false: "ascending" } as const;

/** A disc that is full, half full, dotted or empty, with the same meaning as the text beside it. */
function StateMark({ state }: { state: ReachState }) {
  return (
    <svg className="reach-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      <circle
        cx="6"
        cy="6"
        r="4.75"
        fill={state === "inside-all" ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={state === "borderline" ? "2 1.7" : undefined}
      />
      {state === "inside-some" && <path d="M6 1.25a4.75 4.75 0 0 1 0 9.500Z" fill="currentColor" />}
    </svg>
  );
}

/** Memoised, so that a row is not rendered again while others scroll. */
const ReachRow = memo(function ReachRow({ table, row }: { table: ReachTable; row: number }) {
  const translate = useTranslate();
  const { language } = translate;
  const units = useAppState((state) => state.content.display.units);
  const place = table.places[row];
  if (!place) return null;
  const bearing = reachBearingDeg(table, row);
  return (
    <>
      <th scope="row" title={place.name}>
        {place.name}
        {place.country !== undefined && <span className="reach-code"> {place.country}</span>}
      </th>
      <td className="numeric reach-distance">{formatLength(language, table.distanceKm[row] ?? 0, units)}</td>
      {table.systems.map(({ system }, index) => {
        const state = reachStateAt(table, row, index);
        return (
          <td key={system.key} data-label={markedName(system, translate)} data-state={state} className="reach-state">
            <span>
              <StateMark state={state} />
              {translate(`reach.${state}`)}
            </span>
          </td>
        );
      })}
      <td className="numeric reach-more">
        {bearing === undefined ? "–" : `${formatNumber(language, Math.round(bearing) % 360)}°`}
      </td>
      <td className="reach-more">{table.launchPoints[table.nearest[row] ?? -1]?.name}</td>
      <td className="reach-more">{place.country === undefined ? "–" : countryName(place.country, language)}</td>
      <td className="numeric reach-more">
        {place.population === undefined ? "–" : formatNumber(language, place.population)}
      </td>
    </>
  );
});

/** Empty space in place of rows that are not rendered. */
function Space({ columns, height }: { columns: number; height: number }) {
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label
  return <td colSpan={columns} style={{ height }} />;
}

interface ReachRowsProps {
  /** On a phone, rows are cards. The component must be remounted when this changes. */
  isNarrow: boolean;
  table: ReachTable;
  rows: Uint32Array;
  order: ReachOrder;
  onOrder: (column: ReachColumn) => void;
  onSource: (target: SourceTarget) => void;
}

interface Column {
  sort: ReachColumn;
  label: MessageId;
  width: string;
}

/** The columns before and after those of the systems. */
const BEFORE: Column[] = [
  { sort: "name", label: "reach.place", width: "place" },
  { sort: "distance", label: "reach.distance", width: "distance" },
];
const AFTER: Column[] = [
  { sort: "bearing", label: "reach.bearing", width: "bearing" },
  { sort: "nearest", label: "reach.nearest", width: "nearest" },
  { sort: "country", label: "reach.country", width: "country" },
  { sort: "population", label: "reach.population", width: "population" },
];

interface SortingProps {
  order: ReachOrder;
  onOrder: (column: ReachColumn) => void;
}

const sortingOf = (column: ReachColumn, order: ReachOrder) =>
  order.column === column ? ARIA_SORT[`${order.descending}`] : "none";
const arrowOf = (column: ReachColumn, order: ReachOrder) =>
  order.column === column ? (order.descending ? " ↓" : " ↑") : "";

function HeadCell({ column: { sort, label, width }, order, onOrder }: SortingProps & { column: Column }) {
  const translate = useTranslate();
  const isNumeric = width === "distance" || width === "bearing" || width === "population";
  return (
    <th scope="col" className={isNumeric ? "numeric" : undefined} aria-sort={sortingOf(sort, order)}>
      <Button className="sort" onPress={() => onOrder(sort)}>
        {translate(label)}
        <span aria-hidden="true">{arrowOf(sort, order)}</span>
      </Button>
    </th>
  );
}

/** The table. Only visible rows are rendered, so that thousands of rows scroll smoothly. */
export function ReachRows({ isNarrow, table, rows, order, onOrder, onSource }: ReachRowsProps) {
  const translate = useTranslate();
  const scroll = useRef<HTMLElement>(null);
  const height = isNarrow ? cardHeight(table.systems.length) : ROW_HEIGHT;
  // Its results change with every scroll, so the component must render each time without memoisation.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: isNarrow ? 5 : 10,
  });
  const shown = virtualizer.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const columns = BEFORE.length + AFTER.length + table.systems.length;
  return (
    // It scrolls by itself, and so by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroll} className="reach-scroll" aria-label={translate("reach.title")} tabIndex={0}>
      <table className="table reach-table" aria-rowcount={rows.length + 1}>
        <colgroup>
          {BEFORE.map(({ width }) => (
            <col key={width} className={`reach-col-${width}`} />
          ))}
          {table.systems.map(({ system }) => (
            <col key={system.key} className="reach-col-system" />
          ))}
          {AFTER.map(({ width }) => (
            <col key={width} className={`reach-col-${width}`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {BEFORE.map((column) => (
              <HeadCell key={column.label} column={column} order={order} onOrder={onOrder} />
            ))}
            {table.systems.map(({ system }, index) => (
              <th key={system.key} scope="col" aria-sort={sortingOf(index, order)}>
                <Button className="sort" onPress={() => onOrder(index)}>
                  <Swatch swatch={systemSwatch(system)} />
                  {system.shortName}
                  <span aria-hidden="true">{arrowOf(index, order)}</span>
                </Button>
                <Button
                  className="number"
                  aria-label={translate("source.open", {
                    name: markedName(system, translate),
                    range: system.rangeText,
                  })}
                  onPress={() =>
                    onSource({ system: system.ref, ...(system.figureId !== undefined && { figure: system.figureId }) })
                  }
                >
                  {system.rangeText}
                </Button>
                {system.targetClass && <span className="reach-target">{targetInWords(system, translate)}</span>}
                {system.custom && <span className="own">{translate("custom.mark")}</span>}
              </th>
            ))}
            {AFTER.map((column) => (
              <HeadCell key={column.label} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && (
            <tr aria-hidden="true" className="reach-space">
              <Space columns={columns} height={above} />
            </tr>
          )}
          {shown.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <tr key={row} aria-rowindex={index + 2} style={{ height }}>
                <ReachRow table={table} row={row} />
              </tr>
            );
          })}
          {below > 0 && (
            <tr aria-hidden="true" className="reach-space">
              <Space columns={columns} height={below} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
