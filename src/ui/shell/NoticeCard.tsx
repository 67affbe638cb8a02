import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { MessageId } from "../../i18n/messages.ts";
import type { Notice } from "../../state/store.ts";
import { IconButton } from "../widgets/IconButton.tsx";
import { useAppContext, useTranslate } from "./AppContext.tsx";
import { problemInWords } from "./problemInWords.ts";

const PROBLEMS_AT_ONCE = 8;

/** A message about an error or a completed action, with the problems of a file and what can be done about it. */
export default function NoticeCard({ notice }: { notice: Notice }) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const problems = notice.problems ?? [];
  const shown = all ? problems : problems.slice(0, PROBLEMS_AT_ONCE);
  return (
    <div className="notice" data-kind={notice.kind} role={notice.kind === "error" ? "alert" : "status"}>
      <div>
        <p>{translate(`notice.${notice.code}` as MessageId, notice.values)}</p>
        {shown.length > 0 && (
          <ul>
            {shown.map((problem) => (
              <li key={problemInWords(problem, translate)}>{problemInWords(problem, translate)}</li>
            ))}
          </ul>
        )}
        {shown.length < problems.length && (
          <Button className="link" onPress={() => setAll(true)}>
            {translate("notice.more", { count: problems.length - shown.length })}
          </Button>
        )}
        {notice.lines && (
          <ul>
            {notice.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {notice.choices && (
          <div className="button-row">
            {notice.choices.map(({ choice, run }) => (
              <Button
                key={choice}
                className="button small"
                onPress={() => {
                  actions.dismiss(notice.id);
                  run();
                }}
              >
                {translate(`choice.${choice}` as MessageId)}
              </Button>
            ))}
          </div>
        )}
      </div>
      {!notice.choices && (
        <IconButton icon="close" label={translate("close")} onPress={() => actions.dismiss(notice.id)} />
      )}
    </div>
  );
}
