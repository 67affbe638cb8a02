// Before the panels, whose own rules go over these.
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

/** Draws all of the page but the map that has been started: the app's panels, or the view in another site's page. */
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
