import { Button } from "react-aria-components/Button";
import { useTranslate } from "./AppContext.tsx";
import { lazyPart } from "./lazyPart.tsx";

const CaptionField = lazyPart(() => import("../display/CaptionField.tsx"), { isEarly: true });

interface MoreToolsProps {
  onReach: () => void;
  onCustom: () => void;
}

/** Less common tools: distances to places, the user's own systems, the caption. */
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
      <CaptionField />
    </section>
  );
}
