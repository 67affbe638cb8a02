import "./azimuthal.css";
import { useEffect, useRef, useState } from "react";
import { createBrowserAssets } from "../../files/browserAssets.ts";
import type { MapElements } from "../../picture/layout/mapElements.ts";
import { runSvg } from "../../files/runPicture.ts";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { useTheme } from "../shell/useTheme.ts";

const DELAY_MS = 120;
const BARE: Partial<MapElements> = {
  title: null,
  subtitle: null,
  caption: null,
  legend: null,
  scale: "bottom-right",
  locator: null,
  sources: null,
};

/**
 * The azimuthal map around the selected launch point: distances from it are to scale in every direction, so its rings are true circles. It is
 * an SVG drawing that is redrawn when its content changes.
 */
export default function AzimuthalView() {
  const { catalog, store } = useAppContext();
  const translate = useTranslate();
  const theme = useTheme();
  const figure = useFigureState((state) => state.figure);
  const centerOn = useAppState((state) => state.selected[0]);
  const frame = useRef<HTMLDivElement>(null);
  const assets = useRef<ReturnType<typeof createBrowserAssets> | null>(null);
  const [picture, setPicture] = useState<string | null>(null);
  const [failure, setFailure] = useState("");
  useEffect(() => {
    let isOld = false;
    const draw = async () => {
      const { clientWidth: width = 0, clientHeight: height = 0 } = frame.current ?? {};
      if (width < 50 || height < 50) return;
      assets.current ??= createBrowserAssets(new URL("./", document.baseURI).href);
      const svg = await runSvg({
        figure,
        scenario: toScenario(store.getState()),
        catalog,
        translate,
        assets: assets.current,
        picture: {
          width,
          height,
          layoutWidth: width,
          theme,
          projection: "azimuthal-equidistant",
          mapElements: BARE,
          text: "outlined",
          ...(centerOn !== undefined && { centerOn }),
        },
        drawPng: () => Promise.reject(new Error("png")),
      });
      if (!isOld) setPicture(URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })));
    };
    const timer = setTimeout(() => {
      draw().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
    }, DELAY_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [figure, theme, centerOn, catalog, store, translate]);
  useEffect(() => () => void (picture !== null && URL.revokeObjectURL(picture)), [picture]);
  return (
    <div ref={frame} className="azimuthal">
      {picture !== null && <img src={picture} alt={figure.caption} />}
      <p className="azimuthal-note">
        {failure === ""
          ? translate(figure.launchPoints.length === 0 ? "azimuthal.empty" : "azimuthal.why")
          : translate("notice.map", { detail: failure })}
      </p>
    </div>
  );
}
