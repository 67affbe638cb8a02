import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { formatLngLat } from "../../i18n/numbers.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { ImportContext, Imported, LaunchPointDraft } from "../../input/import/imported.ts";
import { answerRangeQuestions, type RangeAnswer } from "../../input/import/rangeCells.ts";
import { countryName } from "../../i18n/countryNames.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { ImportProblems } from "./ImportProblems.tsx";
import { RangeQuestions } from "./RangeQuestions.tsx";

/** Enough to see whether the columns were read rightly. */
const ROWS_SHOWN = 50;

function geometryInWords({ geometry }: LaunchPointDraft, translate: Translate): string {
  if (geometry.type === "Point") return formatLngLat(geometry.coordinates, translate.language);
  if (geometry.type === "Country") return countryName(geometry.code, translate.language);
  return translate(geometry.type === "LineString" ? "import.line" : "import.area");
}

interface ImportPreviewProps {
  name: string;
  imported: Imported;
  context: ImportContext;
  /** Pasted, not a file. */
  isList: boolean;
  /** Given what comes in, once every question is answered. */
  onAdd: (settled: Imported) => void;
  /** Given for a saved map. */
  onOpen?: (() => void) | undefined;
  onBack: () => void;
}

/** What will come in, and row by row what will not and why. */
export function ImportPreview({ name, imported, context, isList, onAdd, onOpen, onBack }: ImportPreviewProps) {
  const translate = useTranslate();
  const [answers, setAnswers] = useState<(RangeAnswer | undefined)[]>(() => imported.questions.map(() => undefined));
  const settled = useMemo(
    () =>
      answerRangeQuestions(
        imported,
        answers.map((answer) => answer ?? "none"),
        context,
      ),
    [imported, answers, context],
  );
  const { drafts, problemCount } = settled;
  const isAsking = answers.includes(undefined);
  // Ranges as the file has them, of the launch points whose question is open.
  const asked = new Map(
    imported.questions.flatMap(({ cells }, index) =>
      answers[index] === undefined
        ? cells.flatMap((cell) => cell.drafts.map((draft) => [draft, `${cell.text}\u00A0?`] as const))
        : [],
    ),
  );
  const ownNames = new Map(settled.customSystems.map((system) => [system.id, system.name]));
  const summary = useRef<HTMLOutputElement>(null);
  // The button that was pressed is gone: whoever reads by ear goes on from the summary.
  useEffect(() => summary.current?.focus(), []);
  return (
    <>
      <output ref={summary} className="import-summary" tabIndex={-1}>
        <strong>{name}</strong> {translate("import.comesIn", { count: drafts.length })}
        {problemCount > 0 && ` · ${translate("import.leftOut", { count: problemCount })}`}
      </output>
      <RangeQuestions
        questions={imported.questions}
        answers={answers}
        onAnswer={(index, answer) => setAnswers(answers.with(index, answer))}
      />
      <ImportProblems imported={settled} />
      {drafts.length > 0 && (
        <section
          className="import-rows"
          aria-label={translate("import.comesIn", { count: drafts.length })}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table className="import-table">
            <thead>
              <tr>
                <th scope="col">#</th>
                <th scope="col">{translate("name")}</th>
                <th scope="col">{translate("column.position")}</th>
                <th scope="col">{translate("column.systems")}</th>
              </tr>
            </thead>
            <tbody>
              {drafts.slice(0, ROWS_SHOWN).map((draft, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={index}>
                  <td>{draft.row}</td>
                  <td>
                    {draft.name}
                    {draft.group !== undefined && <span className="hint"> · {draft.group}</span>}
                  </td>
                  <td>{geometryInWords(draft, translate)}</td>
                  <td>
                    {draft.systems === undefined && !asked.has(index) ? (
                      <span className="hint">{translate("import.systemsLast")}</span>
                    ) : (
                      [...(draft.systems ?? []).map((id) => ownNames.get(id) ?? id), asked.get(index) ?? []]
                        .flat()
                        .join(", ")
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {drafts.length > ROWS_SHOWN && (
            <p className="hint">{translate("import.more", { count: drafts.length - ROWS_SHOWN })}</p>
          )}
        </section>
      )}
      <div className="dialog-actions">
        <Button className="button" onPress={onBack}>
          {translate(isList ? "import.backToList" : "import.back")}
        </Button>
        {onOpen && (
          <Button className="button" onPress={onOpen}>
            {translate("import.open")}
          </Button>
        )}
        {isAsking && <span className="hint">{translate("import.question.first")}</span>}
        <Button className="button primary" isDisabled={drafts.length === 0 || isAsking} onPress={() => onAdd(settled)}>
          {translate("import.add", { count: drafts.length })}
        </Button>
      </div>
    </>
  );
}
