import "./embed.css";
import { useEffect, useMemo, useState } from "react";
import type { SourceTarget } from "../../comparison/comparison.ts";
import type { Actions } from "../../state/actions.ts";
import { type App, AppContext, useAppContext, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { Legend } from "../legend/Legend.tsx";
import { MapPane } from "../map/MapPane.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import { useLink } from "./useLink.ts";
import { Notices } from "../shell/Notices.tsx";
import { PanelBoundary } from "../shell/PanelBoundary.tsx";
import { usePageAttributes } from "../shell/usePageAttributes.ts";

const SourceDialog = lazyPart(() => import("../source/SourceDialog.tsx"));

/** The map's actions with every edit disabled. */
function onlyLooking(actions: Actions): Actions {
  const nothing = () => undefined;
  return {
    ...actions,
    add: () => [],
    drag: nothing,
    drop: nothing,
    move: nothing,
    remove: nothing,
    select: nothing,
    setTool: nothing,
  };
}

function Embed() {
  const { catalog, actions } = useAppContext();
  const translate = useTranslate();
  const { title, caption, credits } = useFigureState((state) => state.figure);
  const [source, setSource] = useState<SourceTarget | null>(null);
  usePageAttributes();
  const [hash] = useState(() => location.hash);
  const parsed = useLink(hash);
  useEffect(() => {
    if (parsed?.scenario) actions.open(parsed.scenario);
    if (parsed && parsed.problems.length > 0)
      actions.reportProblems(parsed.scenario ? "open" : "linkRefused", parsed.problems);
  }, [parsed, actions]);
  // A reader of a page of last year is shown the figures of today, and is told so.
  const version = parsed?.scenario?.catalogVersion;
  const isStale = version !== undefined && version !== catalog.version;
  const stale = isStale ? translate("embed.stale", { version, now: catalog.version }) : "";
  return (
    <div className="embed">
      <header className="embed-head">
        <h1>{title || translate("library.untitled")}</h1>
        <a href={`./${location.hash}`} target="_blank" rel="noopener">
          {translate("embed.open")}
        </a>
      </header>
      <main className="map-area">
        {parsed !== null ? (
          <PanelBoundary>
            <MapPane onMenu={() => undefined} />
          </PanelBoundary>
        ) : (
          <p className="embed-empty">{translate("embed.empty")}</p>
        )}
        {parsed?.scenario && (
          <details className="embed-legend">
            <summary>{translate("embed.legend")}</summary>
            <Legend onSource={setSource} />
          </details>
        )}
      </main>
      <footer className="embed-foot">
        {[caption, translate("illustrative")].join(" ")} {stale} {[translate("credits.map"), ...credits].join(" ")}
      </footer>
      <Notices />
      {source && <SourceDialog target={source} onClose={() => setSource(null)} />}
    </div>
  );
}

/** A read-only map in another site's page, with its sources and a link to the full program. It neither reads nor saves the visitor's own map. */
export default function EmbedPage({ parts }: { parts: App }) {
  const looking = useMemo(() => ({ ...parts, actions: onlyLooking(parts.actions) }), [parts]);
  return (
    <AppContext value={looking}>
      <Embed />
    </AppContext>
  );
}
