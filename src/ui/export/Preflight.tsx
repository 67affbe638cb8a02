import { Button } from "react-aria-components/Button";
import { formatList } from "../../i18n/lists.ts";
import type { PreflightIssue } from "../../picture/preflight.ts";
import { useTranslate } from "../shell/AppContext.tsx";

interface PreflightProps {
  issues: PreflightIssue[];
  onRepair: (repair: NonNullable<PreflightIssue["repair"]>) => void;
}

/** What an editor would want to know before printing, each with its repair where there is one. */
export function Preflight({ issues, onRepair }: PreflightProps) {
  const translate = useTranslate();
  return (
    <section className="preflight" aria-label={translate("preflight.title")}>
      <h3 className="eyebrow">{translate("preflight.title")}</h3>
      {issues.length === 0 ? (
        <p className="hint">{translate("preflight.ready")}</p>
      ) : (
        <ul>
          {issues.map(({ id, names, repair }) => (
            <li key={id}>
              <span>{translate(`preflight.${id}`, { names: formatList(translate.language, names) })}</span>
              {repair && (
                <Button className="link" onPress={() => onRepair(repair)}>
                  {translate(`preflight.${repair}`)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
