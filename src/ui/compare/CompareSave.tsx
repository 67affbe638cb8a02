import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { ReferenceDistance } from "../../catalog/catalog.ts";
import { type ComparePicture, type ComparePictureOptions, toCompareSvg } from "../../comparison/compareChart.ts";
import { toFiguresCsv } from "../../comparison/compareCsv.ts";
import { paintShapes } from "../../picture/painters/canvas.ts";
import type { ComparisonRow } from "../../comparison/comparison.ts";
import { useAppContext, useAppState, useFigureState, useTranslate } from "../shell/AppContext.tsx";
import { FONT_FAMILY, measureText } from "../widgets/measureText.ts";
import { saveFile, toFileName } from "../widgets/saveFile.ts";
import { useTheme } from "../shell/useTheme.ts";

const WIDTH = 1200;
/** Pixels of the PNG per pixel of the layout, enough for a column in print. */
const SCALE = 2;

interface CompareSaveProps {
  rows: ComparisonRow[];
  references: ReferenceDistance[];
  /** The end of the names of the files. */
  name: string;
  /** The chart that is shown, as a picture. */
  compose: (options: ComparePictureOptions) => ComparePicture;
}

/** Saves what the comparison shows: the chart as SVG or PNG, every figure behind it as CSV. */
export function CompareSave({ rows, references, name: ending, compose }: CompareSaveProps) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const theme = useTheme();
  const units = useAppState((state) => state.content.display.units);
  const title = useFigureState((state) => state.figure.title);
  const [failed, setFailed] = useState(false);
  const name = `${toFileName(title)}-${toFileName(ending)}`;
  const picture = async () => {
    await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px ${FONT_FAMILY}`, "aяế→")));
    return compose({ catalog, width: WIDTH, units, theme, measure: measureText, translate });
  };
  const saveSvg = async () =>
    saveFile(new Blob([toCompareSvg(await picture(), translate.language)], { type: "image/svg+xml" }), `${name}.svg`);
  const savePng = async () => {
    const { width, height, shapes } = await picture();
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext("2d");
    context?.scale(SCALE, SCALE);
    if (context) paintShapes(context, shapes, FONT_FAMILY);
    const blob = context && (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png")));
    setFailed(!blob);
    if (blob) saveFile(blob, `${name}.png`);
  };
  const saveCsv = () => {
    const text = toFiguresCsv(rows, references, catalog, translate, { byteOrderMark: true });
    saveFile(new Blob([text], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
  };
  return (
    <div className="dialog-actions compare-save">
      <span className="status" data-error={failed || undefined} role={failed ? "alert" : undefined}>
        {failed && translate("exportError.noCanvas", { width: String(WIDTH * SCALE), height: "…" })}
      </span>
      <span>{translate("compare.save")}</span>
      <Button className="button" onPress={() => void saveSvg()}>
        SVG
      </Button>
      <Button className="button" onPress={() => void savePng()}>
        PNG
      </Button>
      <Button className="button" onPress={saveCsv}>
        CSV
      </Button>
      <Button className="button" onPress={() => window.print()}>
        {translate("compare.print")}
      </Button>
    </div>
  );
}
