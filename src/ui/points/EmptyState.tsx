import { Button } from "react-aria-components/Button";
import { listExamples, openExample } from "../../scenario/examples.ts";
import { useAppContext, useFigureState, useTranslate } from "../shell/AppContext.tsx";

/** The content for a first visit: a line that says what to do, and three examples. */
export function EmptyState() {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const empty = useFigureState((state) => state.figure.launchPoints.length === 0);
  if (!empty) return null;
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
                actions.open(scenario);
                document.querySelector(".panel-body")?.scrollTo({ top: 0 });
              }}
            >
              <strong>{example.title}</strong>
              <span>{example.summary}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
