import { Button } from "react-aria-components/Button";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { Timeline } from "../../comparison/timeline.ts";
import type { MessageId } from "../../i18n/messages.ts";
import { useTranslate } from "../shell/AppContext.tsx";

const COLUMNS = [
  "column.name",
  "source.date",
  "column.range",
  "source.printed",
  "column.source",
  "source.who",
  "timeline.origin",
] as const satisfies MessageId[];

interface TimelineTableProps {
  timelines: Timeline[];
  onSource: (target: SourceTarget) => void;
}

/** The figures over time as text: one row per figure, each system's by date with the undated last. */
export function TimelineTable({ timelines, onSource }: TimelineTableProps) {
  const translate = useTranslate();
  return (
    // The table scrolls inside its section, which must be focusable to scroll by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll compare-table" aria-label={translate("timeline.title")} tabIndex={0}>
      <table className="table">
        <thead className="timeline-head">
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {translate(column)}
              </th>
            ))}
          </tr>
        </thead>
        {timelines.map(({ name, system, figures, origins }) => (
          <tbody key={system.ref}>
            {figures.map(({ id, variant, dateText, range, printed, publisher, who, origin, outlier, headline }) => (
              <tr key={id}>
                <th scope="row">
                  <span>{name}</span>
                  {variant !== undefined && system.variantId === undefined && (
                    <span className="compare-target">{variant}</span>
                  )}
                  {headline && <span className="compare-target">{translate("key.bar")}</span>}
                  {outlier && <span className="compare-target">{translate("source.outlier")}</span>}
                </th>
                <td data-label={translate("source.date")}>
                  <span>{dateText}</span>
                </td>
                <td data-label={translate("column.range")}>
                  <Button
                    className="number"
                    aria-label={translate("source.open", { name, range })}
                    onPress={() => onSource({ system: system.ref, figure: id })}
                  >
                    {range}
                  </Button>
                </td>
                <td data-label={translate("source.printed")}>
                  <span>{printed}</span>
                </td>
                <td data-label={translate("column.source")}>
                  <span>{publisher}</span>
                </td>
                <td data-label={translate("source.who")}>
                  <span>{who}</span>
                </td>
                <td data-label={translate("timeline.origin")}>
                  <span>{translate("timeline.originOf", { origin, origins })}</span>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
