import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { drawPicture, PictureError, type PngOptions, toPng } from "../export/png.ts";
import { PICTURE_SIZES, type PictureSize } from "../export/pictureSize.ts";
import type { MessageId } from "../i18n/messages.ts";
import { useAppContext, useTranslate } from "./AppContext.tsx";
import { AppDialog } from "./AppDialog.tsx";
import { Choice } from "./Choice.tsx";
import { FONT_FAMILY, measureLabel, measureText } from "./measureText.ts";
import { saveFile, toFileName } from "./saveFile.ts";
import { useTheme } from "./useTheme.ts";

/** Pixels of the preview's longer side; the file itself is drawn anew at its full size. */
const PREVIEW_SIDE = 960;

/** A message of the picture's language, with its values. */
interface Status {
  id: MessageId;
  values?: Record<string, string | number>;
  isError: boolean;
}

function errorStatus(error: unknown): Status {
  if (error instanceof PictureError) return { id: `exportError.${error.code}`, values: error.values, isError: true };
  return { id: "exportError.map", values: { detail: error instanceof Error ? error.message : String(error) }, isError: true };
}

/** The picture as it will come out, and the button that saves it. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const { store, figureStore } = useAppContext();
  const translate = useTranslate();
  const appTheme = useTheme();
  const [sizeId, setSizeId] = useState("wide");
  const [theme, setTheme] = useState(appTheme);
  const [status, setStatus] = useState<Status | null>(null);
  const [busy, setBusy] = useState(true);
  const [preview, setPreview] = useState<string | null>(null);
  const saving = useRef<AbortController | null>(null);
  const size = PICTURE_SIZES.find((item) => item.id === sizeId) as PictureSize;
  const empty = figureStore.getState().figure.rings.length === 0;

  const optionsFor = (width: number, height: number, layoutWidth: number, signal: AbortSignal): PngOptions => {
    const screen = document.querySelector(".map")?.getBoundingClientRect();
    return {
      figure: figureStore.getState().figure,
      translate,
      width,
      height,
      layoutWidth,
      view: store.getState().view,
      viewSize: { width: screen?.width ?? 1280, height: screen?.height ?? 720 },
      theme,
      measure: measureText,
      measureLabel,
      fontFamily: FONT_FAMILY,
      baseUrl: new URL("./", document.baseURI).href,
      signal,
    };
  };

  useEffect(() => {
    const controller = new AbortController();
    const ratio = PREVIEW_SIDE / Math.max(size.width, size.height);
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    setBusy(true);
    drawPicture(optionsFor(width, height, size.layoutWidth, controller.signal))
      .then((canvas) => {
        if (controller.signal.aborted) return;
        setPreview(canvas.toDataURL("image/png"));
        setBusy(false);
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        setStatus(errorStatus(error));
        setBusy(false);
      });
    return () => controller.abort();
    // The dialog covers the page: nothing else that the picture is made of can change while it is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sizeId, theme]);

  const save = async () => {
    const controller = new AbortController();
    saving.current = controller;
    setStatus({ id: "export.drawing", isError: false });
    try {
      const blob = await toPng(optionsFor(size.width, size.height, size.layoutWidth, controller.signal));
      const file = `${toFileName(figureStore.getState().figure.title)}-${size.width}x${size.height}.png`;
      saveFile(blob, file);
      setStatus({ id: "export.saved", values: { file, width: String(size.width), height: String(size.height) }, isError: false });
    } catch (error) {
      setStatus(controller.signal.aborted ? null : errorStatus(error));
    } finally {
      saving.current = null;
    }
  };

  const isSaving = status?.id === "export.drawing";
  return (
    <AppDialog
      title={translate("export.title")}
      size="wide"
      onClose={() => {
        saving.current?.abort();
        onClose();
      }}
    >
      <div className="export-options">
        <Choice
          label={translate("export.size")}
          options={PICTURE_SIZES.map((item) => item.id)}
          value={sizeId}
          nameOf={(id) => {
            const option = PICTURE_SIZES.find((item) => item.id === id);
            return `${translate(`export.size.${id}` as MessageId)} · ${option?.width}×${option?.height}`;
          }}
          onChange={setSizeId}
        />
        <Choice
          label={translate("export.theme")}
          options={["light", "dark"] as const}
          value={theme}
          nameOf={(option) => translate(`export.theme.${option}`)}
          onChange={setTheme}
        />
      </div>
      {empty && <p className="hint">{translate("export.empty")}</p>}
      <div className="preview" aria-busy={busy} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        {preview !== null && <img src={preview} alt={translate("export.preview")} data-stale={busy || undefined} />}
        {busy && <p className="preview-busy">{translate("export.drawing")}</p>}
      </div>
      <div className="dialog-actions">
        <output className="status" data-error={status?.isError || undefined}>
          {status && translate(status.id, status.values)}
        </output>
        {isSaving && (
          <Button className="button" onPress={() => saving.current?.abort()}>
            {translate("export.cancel")}
          </Button>
        )}
        <Button className="button primary" isPending={isSaving || busy} onPress={() => void save()}>
          {translate("export.save")}
        </Button>
      </div>
    </AppDialog>
  );
}
