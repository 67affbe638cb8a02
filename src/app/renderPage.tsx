// Imported before the panels, whose rules override these.
import "../ui/widgets/fields.css";
import "../ui/widgets/disclosure.css";
import "../ui/widgets/table.css";
import "../ui/widgets/tags.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { AppContext, type App as AppParts } from "../ui/shell/AppContext.tsx";
import { lazyPart } from "../ui/shell/lazyPart.tsx";

const EmbedPage = lazyPart(() => import("../ui/share/EmbedPage.tsx"));

/** Renders everything except the map, which has been started already: the app's panels, or the embedded view. */
export function renderPage(root: HTMLElement, parts: AppParts, embedded: boolean): void {
  createRoot(root).render(
    <StrictMode>
      {embedded ? (
        <AppContext value={parts}>
          <EmbedPage parts={parts} />
        </AppContext>
      ) : (
        <App parts={parts} />
      )}
    </StrictMode>,
  );
}
