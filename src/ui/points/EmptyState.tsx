import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { listExamples, openExample } from "../../scenario/examples.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { putsAway } from "../share/putsAway.ts";
import { useAppContext, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";

const AskBeforeOpening = lazyPart(() => import("../share/AskBeforeOpening.tsx"));

/** The content for a first visit: a line that says what to do, and three examples. */
export function EmptyState() {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const [asked, setAsked] = useState<Scenario | null>(null);
  const empty = useFigureState((state) => state.figure.launchPoints.length === 0);
  if (!empty) return null;
  const open = (scenario: Scenario) => {
    setAsked(null);
    actions.open(scenario);
    document.querySelector(".panel-body")?.scrollTo({ top: 0 });
  };
  return (
    <section className="section empty" aria-labelledby="empty-heading">
      <h2 id="empty-heading" className="empty-line">
        {translate("empty")}
      </h2>
      <p className="eyebrow">{translate("empty.examples")}</p>
      <ul className="examples">
        {listExamples(translate.language).map((example) => (
          <li key={example.id}>
            <Button
              className="example"
              onPress={() => {
                const scenario = openExample(example.id, store.getState().content.display);
                if (!scenario) return;
                // A map without launch points may still have a title or systems of the user's own.
                if (putsAway(store.getState().content, scenario)) setAsked(scenario);
                else open(scenario);
              }}
            >
              <strong>{example.title}</strong>
              <span>{example.summary}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <AskBeforeOpening
          title={translate("exampleOpen.title")}
          own={store.getState().content}
          scenario={asked}
          onOpen={() => open(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
