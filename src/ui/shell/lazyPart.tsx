import { type ComponentType, lazy, Suspense, useState } from "react";
import { loadFailedStyles } from "./failedStyles.ts";
import { PanelBoundary } from "./PanelBoundary.tsx";

interface Closable {
  onClose?: () => void;
}

/**
 * A part of the page whose code is loaded when it is first shown. Where it cannot be loaded, or fails, the reason stands in its place with
 * another try; a part with `onClose` can be put away, and is loaded anew when it is opened the next time.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  // React keeps the failure of a lazy component for good, so after one the next try needs another.
  let latest = lazy(load);
  return function LazyPart(props: Props & Closable) {
    const [Part, setPart] = useState(() => latest);
    return (
      <PanelBoundary
        onFail={() => (latest = lazy(() => loadFailedStyles().then(load)))}
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
