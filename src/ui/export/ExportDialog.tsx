import "./export.css";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { toCaptionText } from "../../files/bundle.ts";
import { findFormat } from "../../files/formats.ts";
import { type FramedMap, moveView } from "../../picture/scene/projection.ts";
import { preflight, type PreflightIssue } from "../../picture/preflight.ts";
import type { View } from "../../scenario/scenario.ts";
import { PictureError } from "../../picture/pictureError.ts";
import { LANGUAGES } from "../../i18n/languages.ts";
import type { MessageId } from "../../i18n/messages.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { saveFile, toFileName } from "../widgets/saveFile.ts";
import { useTheme } from "../shell/useTheme.ts";
import { buildContext, drawPreview } from "./makePicture.ts";
import { FramePreview } from "./FramePreview.tsx";
import { FrameControls } from "./FrameControls.tsx";
import { MapElementFields } from "./MapElementFields.tsx";
import { Preflight } from "./Preflight.tsx";
import { PictureFields } from "./PictureFields.tsx";
import { WordFields } from "./WordFields.tsx";
import { firstChoices, layoutOf, type PictureChoices, zoomedBy } from "./pictureChoices.ts";

/** The longer side of the preview in pixels; the file is drawn separately at full size. */
const PREVIEW_SIDE = 960;
const PREVIEW_DELAY_MS = 250;

interface Status {
  id: MessageId;
  values?: Record<string, string | number>;
  isError: boolean;
}

function errorStatus(error: unknown): Status {
  if (error instanceof PictureError) return { id: `exportError.${error.code}`, values: error.values, isError: true };
  return {
    id: "exportError.map",
    values: { detail: error instanceof Error ? error.message : String(error) },
    isError: true,
  };
}

/** A key of the choices that change the preview, which is the same for every format. */
const previewKey = ({ format: _format, text: _text, ...choices }: PictureChoices): string => JSON.stringify(choices);

/** Redraws the preview whenever a choice changes. The old preview stays until the new one is ready. */
function usePreview(choices: PictureChoices, onError: (status: Status) => void) {
  const app = useAppContext();
  // The dialog covers the page, so only the picture's texts can change while it is open.
  const words = useAppState(({ content: { title, subtitle, caption } }) => JSON.stringify([title, subtitle, caption]));
  const [preview, setPreview] = useState<string | null>(null);
  const [caption, setCaption] = useState<string>();
  const [view, setView] = useState<View>();
  const [map, setMap] = useState<FramedMap>();
  const [issues, setIssues] = useState<PreflightIssue[]>();
  const [busy, setBusy] = useState(true);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setBusy(true);
    const draw = async () => {
      const context = await buildContext(app, choices, { signal, onProgress: () => {} });
      const { scene, blob } = await drawPreview(context, PREVIEW_SIDE, signal);
      if (signal.aborted) return;
      setCaption(context.figure.caption);
      setView(scene.view);
      setMap(scene.map);
      setIssues(preflight(context.figure, scene, choices.theme));
      setPreview(URL.createObjectURL(blob));
    };
    const timer = setTimeout(() => {
      draw()
        .catch((error: unknown) => !signal.aborted && onError(errorStatus(error)))
        .finally(() => !signal.aborted && setBusy(false));
    }, PREVIEW_DELAY_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
    // oxlint-disable-next-line react/exhaustive-deps
  }, [app, previewKey(choices), words]);
  useEffect(() => () => void (preview !== null && URL.revokeObjectURL(preview)), [preview]);
  return { preview, busy, caption, view, map, issues };
}

/** The preview of the picture, all choices about it, and the button that saves it. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const app = useAppContext();
  const { store, figureStore } = app;
  const translate = useTranslate();
  const theme = useTheme();
  const [choices, setChoices] = useState(() => {
    const { content } = store.getState();
    return firstChoices(theme, translate.language, content.display.projection);
  });
  const [status, setStatus] = useState<Status | null>(null);
  const [saving, setSaving] = useState<AbortController | null>(null);
  const savingRef = useRef<AbortController | null>(null);
  const { preview, busy, caption, view, map, issues } = usePreview(choices, setStatus);
  const change = (some: Partial<PictureChoices>) => {
    setStatus(null);
    setChoices((before) => ({ ...before, ...some }));
  };

  const make = async (work: (signal: AbortSignal) => Promise<Status>) => {
    const controller = new AbortController();
    savingRef.current = controller;
    setSaving(controller);
    setStatus({ id: "export.drawing", isError: false });
    try {
      setStatus(await work(controller.signal));
    } catch (error) {
      setStatus(controller.signal.aborted ? { id: "export.cancelled", isError: false } : errorStatus(error));
    } finally {
      savingRef.current = null;
      setSaving(null);
    }
  };
  const onProgress = (share: number) =>
    setStatus({ id: "export.progress", values: { share: `${Math.round(share * 100)} %` }, isError: false });

  const saveAs = (blob: Blob, name: string, isPicture: boolean): Status => {
    saveFile(blob, name);
    const { width, height } = choices;
    return isPicture
      ? { id: "export.saved", values: { file: name, width: String(width), height: String(height) }, isError: false }
      : { id: "export.savedFile", values: { file: name }, isError: false };
  };
  const format = findFormat(choices.format);
  const isPicture = format !== undefined && ["png", "svg", "pdf"].includes(format.id);
  const size = isPicture ? `-${choices.width}x${choices.height}` : "";

  const save = () =>
    make(async (signal): Promise<Status> => {
      if (!format) throw new Error(choices.format);
      const context = await buildContext(app, choices, { signal, onProgress });
      const data = await format.run(context);
      signal.throwIfAborted();
      const file = `${toFileName(context.figure.title)}${size}.${format.extension}`;
      return saveAs(new Blob([data as Uint8Array<ArrayBuffer> | string], { type: format.mime }), file, isPicture);
    });

  const saveAll = () =>
    make(async (signal): Promise<Status> => {
      if (!format) throw new Error(choices.format);
      const files: [name: string, data: Uint8Array | string][] = [];
      let title = "";
      for (const [index, language] of LANGUAGES.entries()) {
        onProgress(index / LANGUAGES.length);
        const context = await buildContext(app, { ...choices, language }, { signal, onProgress: () => {} });
        title = toFileName(context.figure.title);
        files.push([`${title}-${language}${size}.${format.extension}`, await format.run(context)]);
        signal.throwIfAborted();
      }
      const { zipFiles } = await import("../../files/zipFiles.ts");
      return saveAs(new Blob([zipFiles(files)], { type: "application/zip" }), `${title}${size}.zip`, false);
    });

  const copyImage = () =>
    make(async (signal): Promise<Status> => {
      const draw = async () => {
        const context = await buildContext(app, choices, { signal, onProgress });
        return new Blob([(await context.drawPng(context)) as Uint8Array<ArrayBuffer>], { type: "image/png" });
      };
      const png = draw();
      // The clipboard is requested at once, because the user's click permits it only for a short time and drawing may take longer.
      await Promise.all([png, navigator.clipboard.write([new ClipboardItem({ "image/png": png })])]);
      return { id: "export.copied", isError: false };
    });

  const copyCaption = () =>
    make(async (signal): Promise<Status> => {
      const context = await buildContext(app, choices, { signal, onProgress });
      await navigator.clipboard.writeText(toCaptionText(context));
      return { id: "export.copied", isError: false };
    });

  const isData = format?.isData ?? false;
  const repair = (kind: NonNullable<PreflightIssue["repair"]>) => {
    if (kind === "fit") change({ view: undefined });
    else if (kind === "blackAndWhite") change({ theme: "print" });
    else app.actions.change(({ caption: _caption, ...content }) => content, { action: "caption", name: "" });
  };
  // Moving starts from what the preview shows, whether the user framed it or not.
  const framed = choices.view ?? view;
  const movePixels = (right: number, down: number) => {
    if (!framed || !map) return false;
    const moved = moveView(framed, map, [right, down]);
    change({ view: moved });
    return moved.center.some((degrees, axis) => degrees !== framed.center[axis]);
  };
  const zoomBy = (levels: number) => framed && change({ view: zoomedBy(framed, levels) });
  const { layoutWidth } = layoutOf(choices);
  const isEmpty = figureStore.getState().figure.ringCount === 0;
  return (
    <AppDialog
      title={translate("export.title")}
      size="full"
      onClose={() => {
        savingRef.current?.abort();
        onClose();
      }}
    >
      <div className="export-view">
        <div className="export-side">
          <PictureFields choices={choices} isData={isData} onChange={change} />
          {!isData && <WordFields automaticCaption={caption} />}
          {!isData && <MapElementFields choices={choices} onChange={change} />}
        </div>
        <div className="export-main">
          {isEmpty && <p className="hint">{translate("export.empty")}</p>}
          <FramePreview
            preview={preview}
            busy={busy}
            onMove={isData ? undefined : (right, down) => movePixels(right * layoutWidth, down * layoutWidth)}
            onZoom={zoomBy}
          />
          {!isData && (
            <FrameControls
              isFramed={choices.view !== undefined}
              onMove={movePixels}
              onZoom={zoomBy}
              onFit={() => change({ view: undefined })}
            />
          )}
          {!isData && issues && <Preflight issues={issues} onRepair={repair} />}
          <div className="dialog-actions">
            <output className="status" data-error={status?.isError || undefined}>
              {status && translate(status.id, status.values)}
            </output>
            {saving && (
              <Button className="button" onPress={() => saving.abort()}>
                {translate("export.cancel")}
              </Button>
            )}
            <Button className="button" isPending={saving !== null} onPress={() => void copyCaption()}>
              {translate("export.copyCaption")}
            </Button>
            {isPicture && (
              <Button className="button" isPending={saving !== null || busy} onPress={() => void saveAll()}>
                {translate("export.saveAll")}
              </Button>
            )}
            <Button className="button" isPending={saving !== null || busy} onPress={() => void copyImage()}>
              {translate("export.copyImage")}
            </Button>
            <Button
              className="button primary"
              isPending={saving !== null || (busy && !isData)}
              onPress={() => void save()}
            >
              {translate("export.save", { format: format?.extension.toUpperCase() ?? "" })}
            </Button>
          </div>
        </div>
      </div>
    </AppDialog>
  );
}
