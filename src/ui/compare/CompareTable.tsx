import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { targetInWords } from "../../marks/drawnSystem.ts";
import type { ComparisonRow, SourceTarget } from "../../comparison/comparison.ts";
import {
  COMPARISON_COLUMNS,
  type ComparisonColumn,
  type ComparisonOrder,
  comparisonWords,
} from "../../comparison/comparisonOrder.ts";
import type { Translate } from "../../i18n/messages.ts";
import { formatLength, type LengthUnit } from "../../i18n/numbers.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { OwnerMark } from "../widgets/OwnerMark.tsx";
import { Swatch } from "../widgets/Swatch.tsx";
import { systemSwatch } from "../../marks/ring.ts";

const ARIA_SORT = { true: "descending", false: "ascending" } as const;

interface NumberButtonProps {
  row: ComparisonRow;
  text: string;
  /** The accessible name, if the text alone is not clear. */
  words?: string;
  figure?: string | undefined;
  onSource: (target: SourceTarget) => void;
}

/** A number that opens its source card. */
function NumberButton({ row, text, words = text, figure, onSource }: NumberButtonProps) {
  const translate = useTranslate();
  const { ref, shortName } = row.system;
  return (
    <Button
      className="number"
      aria-label={translate("source.open", { name: shortName, range: words })}
      onPress={() => onSource({ system: ref, ...(figure !== undefined && { figure }) })}
    >
      {text}
    </Button>
  );
}

/** The lowest and highest published figure, each of which opens its source card. */
function Published({
  row,
  units,
  translate,
  onSource,
}: {
  row: ComparisonRow;
  units: LengthUnit;
  translate: Translate;
  onSource: (target: SourceTarget) => void;
}) {
  const { band } = row;
  const length = (km: number) => formatLength(translate.language, km, units);
  if (band.dots.length === 0 || (band.lowKm === band.highKm && !band.openEnded)) return "–";
  const high = band.openEnded ? translate("chart.andMore", { range: length(band.highKm) }) : length(band.highKm);
  return (
    <>
      {band.lowKm < band.highKm && (
        <>
          <NumberButton row={row} text={length(band.lowKm)} figure={band.lowFigure} onSource={onSource} />
          {" – "}
        </>
      )}
      <NumberButton row={row} text={high} figure={band.highFigure} onSource={onSource} />
    </>
  );
}

interface CompareTableProps {
  rows: ComparisonRow[];
  order: ComparisonOrder;
  onOrder: (column: ComparisonColumn) => void;
  onSource: (target: SourceTarget) => void;
}

/** One row per system: its headline figure, the spread of published figures, and the source. */
export function CompareTable({ rows, order, onOrder, onSource }: CompareTableProps) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const cellOf = (row: ComparisonRow, column: ComparisonColumn): ReactNode => {
    if (column === "range")
      return <NumberButton row={row} text={row.system.rangeText} figure={row.system.figureId} onSource={onSource} />;
    if (column === "published") return <Published row={row} units={units} translate={translate} onSource={onSource} />;
    if (column === "figures")
      return row.figures > 0 ? (
        <NumberButton
          row={row}
          text={String(row.figures)}
          words={translate("source.count", { count: row.figures })}
          onSource={onSource}
        />
      ) : (
        "–"
      );
    if (column === "source" && row.system.custom && row.source !== "")
      return `${translate("custom.mark")}: ${row.source}`;
    return comparisonWords(row, column, translate);
  };
  return (
    // The table scrolls inside its section, which must be focusable to scroll by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll compare-table" aria-label={translate("compare.title")} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {COMPARISON_COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={order.column === column ? ARIA_SORT[`${order.descending}`] : "none"}
              >
                <Button className="sort" onPress={() => onOrder(column)}>
                  {translate(`column.${column}`)}
                  <span aria-hidden="true">{order.column === column ? (order.descending ? " ↓" : " ↑") : ""}</span>
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.system.key}>
              <th scope="row">
                <Swatch swatch={systemSwatch(row.system)} /> <span>{row.system.shortName}</span>
                {row.system.targetClass && (
                  <span className="compare-target">{targetInWords(row.system, translate)}</span>
                )}
                <OwnerMark system={row.system} />
              </th>
              {COMPARISON_COLUMNS.slice(1).map((column) => (
                <td
                  key={column}
                  data-label={translate(`column.${column}`)}
                  className={column === "range" || column === "published" ? "numeric" : undefined}
                >
                  <span>{cellOf(row, column)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
