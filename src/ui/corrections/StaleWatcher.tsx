import { useAppContext, useAppState } from "../shell/AppContext.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";

const StaleNotice = lazyPart(() => import("./StaleNotice.tsx"));

/**
 * Tells of the figures that have changed since the map was saved, however it came to be open: from a file, a link, the library or the last
 * session.
 */
export function StaleWatcher({ onCorrections }: { onCorrections: () => void }) {
  const { catalog } = useAppContext();
  const version = useAppState((state) => state.content.catalogVersion);
  const isKnown = useAppState((state) => state.toldOf === catalog.version);
  const opened = useAppState((state) => state.opened);
  if (version === undefined || version === catalog.version || isKnown) return null;
  return <StaleNotice key={opened} version={version} onCorrections={onCorrections} />;
}
