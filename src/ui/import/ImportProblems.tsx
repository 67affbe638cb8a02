import type { Imported, ImportProblem } from "../../input/import/imported.ts";
import { problemMessage } from "../../scenario/problemMessage.ts";
import { useTranslate } from "../shell/AppContext.tsx";

const PROBLEMS_SHOWN = 200;

function ProblemRow({ problem }: { problem: ImportProblem }) {
  const translate = useTranslate();
  const where = [
    problem.row === undefined ? "" : translate("import.row", { row: String(problem.row) }),
    problem.path,
  ].filter((part) => part !== "");
  return (
    <li>
      {where.length > 0 && <strong>{where.join(" · ")}: </strong>}
      {problemMessage(problem, translate)}
      {problem.row !== undefined && (
        <span className="import-fate"> ({translate(problem.kept ? "import.kept" : "import.notIn")})</span>
      )}
    </li>
  );
}

/** Everything that is wrong with what was brought, in the order of the file. */
export function ImportProblems({ imported }: { imported: Imported }) {
  const translate = useTranslate();
  const { problems, problemCount } = imported;
  const hidden = problemCount - Math.min(problems.length, PROBLEMS_SHOWN);
  if (problems.length === 0) return null;
  return (
    // A list that scrolls must be reachable by keyboard.
    <section
      className="import-problems"
      aria-label={translate("import.leftOut", { count: problemCount })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <ProblemRow key={index} problem={problem} />
        ))}
      </ul>
      {hidden > 0 && <p className="hint">{translate("import.more", { count: hidden })}</p>}
    </section>
  );
}
