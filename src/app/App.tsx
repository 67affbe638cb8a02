import { useCallback, useState } from "react";
import type { SourceTarget } from "../comparison/comparison.ts";
import { isMerged } from "../scenario/isMerged.ts";
import { AddLaunchPoint, addAtCenter } from "../ui/points/AddLaunchPoint.tsx";
import { AppContext, type App as AppParts, useAppContext, useAppState, useTranslate } from "../ui/shell/AppContext.tsx";
import { CreditsFooter } from "../ui/shell/CreditsFooter.tsx";
import { DisplayControls } from "../ui/display/DisplayControls.tsx";
import { EmptyState } from "../ui/points/EmptyState.tsx";
import { Header } from "../ui/shell/Header.tsx";
import { IconButton } from "../ui/widgets/IconButton.tsx";
import { LaunchPointList } from "../ui/points/LaunchPointList.tsx";
import { LiveStatus } from "../ui/shell/LiveStatus.tsx";
import { type Brought, useFileDrop } from "../ui/import/useFileDrop.ts";
import { Legend } from "../ui/legend/Legend.tsx";
import type { MapMenuState } from "../ui/map/MapMenu.tsx";
import { MapPane } from "../ui/map/MapPane.tsx";
import { MapTools } from "../ui/map/MapTools.tsx";
import { MoreTools } from "../ui/shell/MoreTools.tsx";
import { NotesSection } from "../ui/notes/NotesSection.tsx";
import { Notices } from "../ui/shell/Notices.tsx";
import { Offline } from "../ui/offline/Offline.tsx";
import { Panel } from "../ui/shell/Panel.tsx";
import { lazyPart } from "../ui/shell/lazyPart.tsx";
import { PanelBoundary } from "../ui/shell/PanelBoundary.tsx";
import { StaleWatcher } from "../ui/corrections/StaleWatcher.tsx";
import { SearchBox } from "../ui/search/SearchBox.tsx";
import { LinkWatcher } from "../ui/share/LinkWatcher.tsx";
import { TitleField } from "../ui/display/TitleField.tsx";
import { useFocusKept } from "../ui/shell/useFocusKept.ts";
import { useShortcuts } from "../ui/shell/useShortcuts.ts";
import { usePageAttributes } from "../ui/shell/usePageAttributes.ts";

const SourceDialog = lazyPart(() => import("../ui/source/SourceDialog.tsx"));
const CompareDialog = lazyPart(() => import("../ui/compare/CompareDialog.tsx"));
const ReachDialog = lazyPart(() => import("../ui/reach/ReachDialog.tsx"));
const CustomDialog = lazyPart(() => import("../ui/custom/CustomDialog.tsx"));
const ImportDialog = lazyPart(() => import("../ui/import/ImportDialog.tsx"));
const ShareDialog = lazyPart(() => import("../ui/share/ShareDialog.tsx"));
const LibraryDialog = lazyPart(() => import("../ui/library/LibraryDialog.tsx"));
const ExportDialog = lazyPart(() => import("../ui/export/ExportDialog.tsx"));
const CountryDialog = lazyPart(() => import("../ui/points/CountryDialog.tsx"));
const ShortcutsDialog = lazyPart(() => import("../ui/shell/ShortcutsDialog.tsx"));
const MapMenu = lazyPart(() => import("../ui/map/MapMenu.tsx"));
const AzimuthalView = lazyPart(() => import("../ui/map/AzimuthalView.tsx"));
const CorrectionsDialog = lazyPart(() => import("../ui/corrections/CorrectionsDialog.tsx"));
const MergeStatus = lazyPart(() => import("../ui/map/MergeStatus.tsx"));
const BordersDialog = lazyPart(() => import("../ui/shell/BordersDialog.tsx"));

type DialogName =
  | "compare"
  | "corrections"
  | "export"
  | "borders"
  | "country"
  | "shortcuts"
  | "import"
  | "reach"
  | "custom"
  | "share"
  | "library";

function Page() {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  // Separate from `dialog`, because a source card is shown above the dialog that opened it.
  const [source, setSource] = useState<SourceTarget | null>(null);
  const [menu, setMenu] = useState<MapMenuState | null>(null);
  const [brought, setBrought] = useState<Brought | undefined>(undefined);
  const projection = useAppState((state) => state.content.display.projection);
  const merges = useAppState((state) => isMerged(state.content.display));
  const bring = useCallback((what: Brought) => {
    setBrought(what);
    setDialog("import");
  }, []);
  const openCorrections = useCallback(() => setDialog("corrections"), []);
  useFileDrop(bring);
  useFocusKept();
  useShortcuts({
    help: () => setDialog("shortcuts"),
    search: () => document.querySelector<HTMLInputElement>("[data-search] input")?.focus(),
    add: () => addAtCenter(store, actions, translate),
    compare: () => setDialog("compare"),
    export: () => setDialog("export"),
  });
  usePageAttributes();
  const close = () => {
    setDialog(null);
    setBrought(undefined);
  };
  return (
    <div className="app">
      <Panel>
        <PanelBoundary>
          <Header onCompare={() => setDialog("compare")} onExport={() => setDialog("export")} />
          <SearchBox />
        </PanelBoundary>
        <div className="panel-body">
          <PanelBoundary>
            <div className="title-row">
              <TitleField />
              <IconButton icon="folder" label={translate("library")} onPress={() => setDialog("library")} />
              <IconButton icon="share" label={translate("share.title")} onPress={() => setDialog("share")} />
            </div>
            <AddLaunchPoint onCountry={() => setDialog("country")} onImport={() => setDialog("import")} />
          </PanelBoundary>
          <PanelBoundary>
            <EmptyState />
            <LaunchPointList />
          </PanelBoundary>
          <PanelBoundary>
            <Legend onSource={setSource} />
          </PanelBoundary>
          <PanelBoundary>
            <NotesSection />
          </PanelBoundary>
          <PanelBoundary>
            <DisplayControls onSource={setSource} />
          </PanelBoundary>
          <PanelBoundary>
            <MoreTools onReach={() => setDialog("reach")} onCustom={() => setDialog("custom")} />
          </PanelBoundary>
          <CreditsFooter onBorders={() => setDialog("borders")} onShortcuts={() => setDialog("shortcuts")} />
        </div>
      </Panel>
      <main className="map-area">
        <PanelBoundary>
          <MapPane onMenu={setMenu} />
        </PanelBoundary>
        {projection === "azimuthal-equidistant" ? <AzimuthalView /> : <MapTools />}
        {merges && <MergeStatus />}
      </main>
      <LiveStatus />
      <Notices />
      <StaleWatcher onCorrections={openCorrections} />
      <PanelBoundary>
        <LinkWatcher />
      </PanelBoundary>
      <PanelBoundary>
        <Offline />
      </PanelBoundary>
      {dialog === "compare" && <CompareDialog onSource={setSource} onClose={close} />}
      {dialog === "reach" && <ReachDialog onSource={setSource} onClose={close} />}
      {dialog === "custom" && <CustomDialog onSource={setSource} onFile={(file) => bring({ file })} onClose={close} />}
      {dialog === "corrections" && <CorrectionsDialog onClose={close} />}
      {dialog === "export" && <ExportDialog onClose={close} />}
      {dialog === "borders" && <BordersDialog onClose={close} />}
      {dialog === "import" && <ImportDialog brought={brought} onClose={close} />}
      {dialog === "share" && <ShareDialog onClose={close} />}
      {dialog === "library" && <LibraryDialog onFile={(file) => bring({ file })} onClose={close} />}
      {dialog === "country" && <CountryDialog onClose={close} />}
      {dialog === "shortcuts" && <ShortcutsDialog onClose={close} />}
      {menu && <MapMenu menu={menu} onClose={() => setMenu(null)} />}
      {source && <SourceDialog target={source} onClose={() => setSource(null)} />}
    </div>
  );
}

export function App({ parts }: { parts: AppParts }) {
  return (
    <AppContext value={parts}>
      <PanelBoundary>
        <Page />
      </PanelBoundary>
    </AppContext>
  );
}
