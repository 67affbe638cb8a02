import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { formatNumber, unitSymbol } from "../../i18n/numbers.ts";
import { decimalMarkOf } from "../../i18n/numbers.ts";
import type { Translate } from "../../i18n/messages.ts";
import { kmOfAnswer, type RangeAnswer, type RangeQuestion } from "../../input/import/rangeCells.ts";
import { useTranslate } from "../shell/AppContext.tsx";

const ROWS_NAMED = 5;

/** The readings of a question, the one by the reader's own convention first; none of them is chosen for the reader. */
function answersOf({ mark }: RangeQuestion, translate: Translate): RangeAnswer[] {
  const isFraction = decimalMarkOf(translate.language) === mark;
  return [...(isFraction ? (["fraction", "thousands"] as const) : (["thousands", "fraction"] as const)), "none"];
}

interface QuestionProps {
  question: RangeQuestion;
  answer: RangeAnswer | undefined;
  onAnswer: (answer: RangeAnswer) => void;
}

function Question({ question, answer, onAnswer }: QuestionProps) {
  const translate = useTranslate();
  const { column, mark, cells } = question;
  const [first] = cells;
  if (!first) return null;
  const optionInWords = (option: RangeAnswer): string => {
    const km = kmOfAnswer(first, mark, option);
    if (km === undefined) return translate("import.question.none");
    const range = `${formatNumber(translate.language, km, 3)}\u00A0${unitSymbol(translate.language, "km")}`;
    return translate(`import.question.${option as "thousands" | "fraction"}`, { range, mark });
  };
  const named = cells.slice(0, ROWS_NAMED).map(({ row }) => String(row));
  const rows = cells.length > named.length ? `${named.join(", ")}…` : named.join(", ");
  return (
    <RadioGroup className="import-question" value={answer ?? null} onChange={(value) => onAnswer(value as RangeAnswer)}>
      <Label>{translate("import.question", { value: first.text, column, count: cells.length, rows })}</Label>
      {answersOf(question, translate).map((option) => (
        <Radio key={option} value={option} className="import-answer">
          {optionInWords(option)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

interface RangeQuestionsProps {
  questions: readonly RangeQuestion[];
  answers: readonly (RangeAnswer | undefined)[];
  onAnswer: (index: number, answer: RangeAnswer) => void;
}

/** Asks what the ranges are that can mean two things. */
export function RangeQuestions({ questions, answers, onAnswer }: RangeQuestionsProps) {
  return questions.map((question, index) => (
    <Question
      key={`${question.column} ${question.mark}`}
      question={question}
      answer={answers[index]}
      onAnswer={(answer) => onAnswer(index, answer)}
    />
  ));
}
