import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { Catalog } from "../../catalog/catalog.ts";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { saveFile, toFileName } from "../widgets/saveFile.ts";
import { composeSideBySide } from "./beforeAfter.ts";
import { drawScenario } from "./drawScenario.ts";

const SIZE = { width: 1200, height: 900 };

type Picture = { at: "drawing" } | { at: "drawn"; png: Blob; url: string } | { at: "failed"; detail: string };

/** The map with the figures that it was saved with beside the map as it is now. */
export function BeforeAfter({ former }: { former: Catalog }) {
  const { catalog, store } = useAppContext();
  const translate = useTranslate();
  const [picture, setPicture] = useState<Picture>({ at: "drawing" });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const scenario = toScenario(store.getState());
    let url: string | undefined;
    const draw = async () => {
      const sides = [
        { of: former, heading: translate("corrections.before", { version: former.version }) },
        { of: catalog, heading: translate("corrections.after", { version: catalog.version }) },
      ];
      const pictures = [];
      for (const { of, heading } of sides)
        pictures.push({
          heading,
          png: await drawScenario(scenario, { catalog: of, translate, size: SIZE, signal }),
        });
      const png = await composeSideBySide(pictures, SIZE);
      if (signal.aborted) return;
      url = URL.createObjectURL(png);
      setPicture({ at: "drawn", png, url });
    };
    draw().catch((error: unknown) => {
      if (signal.aborted) return;
      setPicture({ at: "failed", detail: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      controller.abort();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [former, catalog, store, translate]);
  if (picture.at === "failed") return <p role="alert">{translate("corrections.failed", { detail: picture.detail })}</p>;
  if (picture.at === "drawing") return <p className="hint">{translate("corrections.drawing")}</p>;
  const name = `${toFileName(store.getState().content.title)}-${toFileName(translate("corrections.title"))}.png`;
  return (
    <>
      <img
        className="corrections-picture"
        src={picture.url}
        width={2 * SIZE.width}
        height={SIZE.height}
        alt={translate("corrections.alt", { version: former.version, now: catalog.version })}
      />
      <div className="dialog-actions">
        <Button className="button" onPress={() => saveFile(picture.png, name)}>
          {translate("corrections.save")}
        </Button>
      </div>
    </>
  );
}
