import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { findSource, sourceNameOf } from "../catalog/lookups.ts";
import type { DrawnSystem } from "../figure/figure.ts";
import { useAppContext, useFigureState, useTranslate } from "./AppContext.tsx";
import { AppDialog } from "./AppDialog.tsx";
import { RangeChart } from "./RangeChart.tsx";
import { Swatch } from "./Swatch.tsx";

const COLUMNS = ["name", "range", "qualifier", "kind", "platform", "source"] as const;
type Column = (typeof COLUMNS)[number];
type Row = Record<Column, string> & { system: DrawnSystem };

interface Sorting {
  column: Column;
  descending: boolean;
}

function useRows(): Row[] {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const systems = useFigureState((state) => state.figure.systems);
  return systems.map((system) => {
    const source = system.sourceId === undefined ? undefined : findSource(catalog, system.sourceId);
    return {
      system,
      name: system.shortName,
      range: system.rangeText,
      qualifier: translate(`qualifier.${system.qualifier}`),
      kind: translate(`kind.${system.kind}`),
      platform: system.platforms.map((platform) => translate(`platform.${platform}`)).join(", ") || "–",
      source: source ? (sourceNameOf(source) ?? translate("source.article", { id: source.id })) : translate("custom.mark"),
    };
  });
}

function sortRows(rows: Row[], { column, descending }: Sorting, language: string): Row[] {
  const compare = new Intl.Collator(language).compare;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) =>
    column === "range" ? sign * (a.system.rangeKm.max - b.system.rangeKm.max) : sign * compare(a[column], b[column]),
  );
}

const ARIA_SORT = { true: "descending", false: "ascending" } as const;

/** The chosen systems side by side: a table to sort and a chart to scale. */
export default function CompareDialog({ onSource, onClose }: { onSource: (system: string) => void; onClose: () => void }) {
  const translate = useTranslate();
  const [sorting, setSorting] = useState<Sorting>({ column: "range", descending: true });
  const rows = sortRows(useRows(), sorting, translate.language);
  const sortBy = (column: Column) =>
    setSorting((before) => ({ column, descending: before.column === column ? !before.descending : column === "range" }));
  return (
    <AppDialog title={translate("compare.title")} size="wide" onClose={onClose}>
      {rows.length === 0 ? (
        <p>{translate("compare.empty")}</p>
      ) : (
        <>
          <RangeChart systems={rows.map((row) => row.system)} onSource={onSource} />
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col" aria-sort={sorting.column === column ? ARIA_SORT[`${sorting.descending}`] : "none"}>
                      <Button className="sort" onPress={() => sortBy(column)}>
                        {translate(`column.${column}`)}
                        <span aria-hidden="true">{sorting.column === column ? (sorting.descending ? " ↓" : " ↑") : ""}</span>
                      </Button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.system.ref}>
                    <th scope="row">
                      <Swatch system={row.system} /> {row.name}
                    </th>
                    <td className="numeric">
                      <Button
                        className="number"
                        aria-label={translate("source.open", { name: row.name, range: row.range })}
                        onPress={() => onSource(row.system.ref)}
                      >
                        {row.range}
                      </Button>
                    </td>
                    <td>{row.qualifier}</td>
                    <td>{row.kind}</td>
                    <td>{row.platform}</td>
                    <td>{row.source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </AppDialog>
  );
}
