import { lazy, Suspense, useEffect, useState } from "react";
import { AppContext, type App as AppParts, useTranslate } from "./ui/AppContext.tsx";
import { CreditsFooter } from "./ui/CreditsFooter.tsx";
import { DisplayControls } from "./ui/DisplayControls.tsx";
import { EmptyState } from "./ui/EmptyState.tsx";
import { Header } from "./ui/Header.tsx";
import { LaunchPointList } from "./ui/LaunchPointList.tsx";
import { Legend } from "./ui/Legend.tsx";
import { MapPane } from "./ui/MapPane.tsx";
import { Notices } from "./ui/Notices.tsx";
import { Panel } from "./ui/Panel.tsx";
import { TitleField } from "./ui/TitleField.tsx";
import { useShortcuts } from "./ui/useShortcuts.ts";
import { useTheme } from "./ui/useTheme.ts";

const SourceDialog = lazy(() => import("./ui/SourceDialog.tsx"));
const CompareDialog = lazy(() => import("./ui/CompareDialog.tsx"));
const ExportDialog = lazy(() => import("./ui/ExportDialog.tsx"));
const BordersDialog = lazy(() => import("./ui/BordersDialog.tsx"));

type Dialog = { name: "compare" | "export" | "borders" } | { name: "source"; system: string };

function Page() {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  // A source opened from the comparison closes back to the comparison.
  const [under, setUnder] = useState<Dialog | null>(null);
  const theme = useTheme();
  useShortcuts();
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const language = useTranslate().language;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const close = () => {
    setDialog(under);
    setUnder(null);
  };
  const openSource = (system: string) => {
    setUnder(dialog?.name === "compare" ? dialog : null);
    setDialog({ name: "source", system });
  };
  return (
    <div className="app">
      <Panel>
        <Header onCompare={() => setDialog({ name: "compare" })} onExport={() => setDialog({ name: "export" })} />
        <div className="panel-body">
          <TitleField />
          <EmptyState />
          <LaunchPointList />
          <Legend onSource={openSource} />
          <DisplayControls />
          <CreditsFooter onBorders={() => setDialog({ name: "borders" })} />
        </div>
      </Panel>
      <main className="map-area">
        <MapPane />
      </main>
      <Notices />
      <Suspense fallback={null}>
        {dialog?.name === "source" && <SourceDialog system={dialog.system} onClose={close} />}
        {dialog?.name === "compare" && <CompareDialog onSource={openSource} onClose={close} />}
        {dialog?.name === "export" && <ExportDialog onClose={close} />}
        {dialog?.name === "borders" && <BordersDialog onClose={close} />}
      </Suspense>
    </div>
  );
}

export function App({ parts }: { parts: AppParts }) {
  return (
    <AppContext value={parts}>
      <Page />
    </AppContext>
  );
}
