import { Button } from "react-aria-components/Button";
import { lazy, Suspense } from "react";
import { useTranslate } from "./AppContext.tsx";

const CaptionField = lazy(() => import("../display/CaptionField.tsx"));

interface MoreToolsProps {
  onReach: () => void;
  onCustom: () => void;
}

/** What is wanted less often: distances to places, systems of one's own, the caption. */
export function MoreTools({ onReach, onCustom }: MoreToolsProps) {
  const translate = useTranslate();
  return (
    <section className="section" aria-labelledby="tools-heading">
      <h2 id="tools-heading">{translate("tools")}</h2>
      <div className="button-row">
        <Button className="button" onPress={onReach}>
          {translate("reach")}
        </Button>
        <Button className="button" onPress={onCustom}>
          {translate("custom")}
        </Button>
      </div>
      <Suspense fallback={null}>
        <CaptionField />
      </Suspense>
    </section>
  );
}
