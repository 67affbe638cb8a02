import "./mergeStatus.css";
import { Button } from "react-aria-components/Button";
import { formatNumber } from "../../i18n/numbers.ts";
import { useAppContext, useFigureState, useTranslate } from "../shell/AppContext.tsx";

const BYTES_PER_GB = 1e9;

/** Over the map while areas are merged: how far that is, and rings instead; or that merging them takes too much memory. */
export default function MergeStatus() {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const { jobs, share } = useFigureState((state) => state.progress);
  const bytes = useFigureState((state) => state.figure.refusedMergeBytes);
  if (bytes === undefined && jobs === 0) return null;
  const size = `${formatNumber(translate.language, (bytes ?? 0) / BYTES_PER_GB, 1)} GB`;
  return (
    <div className="merge-status">
      <output>
        {bytes === undefined
          ? translate("merge.busy", { share: `${Math.round(share * 100)} %` })
          : translate("merge.tooLarge", { size })}
      </output>
      <Button className="button small" onPress={() => actions.setDisplay({ coverage: false, reachedFrom: undefined })}>
        {translate(bytes === undefined ? "merge.cancel" : "merge.off")}
      </Button>
    </div>
  );
}
