import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { countNotes } from "../../scenario/countNotes.ts";
import { useAppState, useTranslate } from "../shell/AppContext.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import { Icon } from "../widgets/icons.tsx";

const NotesPanel = lazyPart(() => import("./NotesPanel.tsx"));

/** What is on the map besides ranges. Its code is loaded when it is first opened. */
export function NotesSection() {
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const count = useAppState(({ content }) => countNotes(content));
  return (
    <section className="section">
      <div className="disclosure" data-expanded={isOpen || undefined}>
        <h2>
          <Button className="disclosure-head" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
            <Icon name="chevron" />
            {translate("notes")}
            {count > 0 && ` (${count})`}
          </Button>
        </h2>
        {isOpen && <NotesPanel />}
      </div>
    </section>
  );
}
