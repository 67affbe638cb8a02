import { type ComponentType, lazy, Suspense, useState } from "react";
import { loadLaterWords } from "../../i18n/laterWords.ts";
import { loadFailedStyles } from "./failedStyles.ts";
import { PanelBoundary } from "./PanelBoundary.tsx";

interface Closable {
  onClose?: () => void;
}

/**
 * A part of the page whose code is loaded when it is first shown. Where it cannot be loaded, or fails, the reason stands in its place with
 * another try; a part with `onClose` can be put away, and is loaded anew when it is opened the next time.
 *
 * @param isEarly the page shows the part at its start, so it uses no message that is loaded later (see laterWordsPlugin.ts)
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { isEarly = false }: { isEarly?: boolean } = {},
): ComponentType<Props> {
  const loadWhole = () => Promise.all([load(), isEarly ? undefined : loadLaterWords()]).then(([part]) => part);
  // React keeps the failure of a lazy component for good, so after one the next try needs another.
  let latest = lazy(loadWhole);
  return function LazyPart(props: Props & Closable) {
    const [Part, setPart] = useState(() => latest);
    return (
      <PanelBoundary
        onFail={() => (latest = lazy(() => loadFailedStyles().then(loadWhole)))}
        onRetry={() => setPart(latest)}
        onClose={props.onClose}
      >
        <Suspense fallback={null}>
          <Part {...props} />
        </Suspense>
      </PanelBoundary>
    );
  };
}
