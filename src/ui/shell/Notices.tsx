import "./notices.css";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { MessageId, Translate } from "../../i18n/messages.ts";
import type { Problem } from "../../scenario/problem.ts";
import type { Notice } from "../../state/store.ts";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";

const PROBLEMS_AT_ONCE = 8;

/** `launchPoints[2].geometry.coordinates[1]: latitude 95 is outside −90…90` */
export function problemInWords(problem: Problem, translate: Translate): string {
  const words = translate(`problem.${problem.code}` as MessageId, problem.values);
  return problem.path === "" ? words : `${problem.path}: ${words}`;
}

function NoticeCard({ notice }: { notice: Notice }) {
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
              <li key={`${problem.path}:${problem.code}`}>{problemInWords(problem, translate)}</li>
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

/** Messages about errors and completed actions, shown until the user dismisses them. */
export function Notices() {
  const notices = useAppState((state) => state.notices);
  return (
    <div className="notices">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
