import "./share.css";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { toScenarioFile } from "../../files/scenario.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { keepUsedDesk } from "../../scenario/keepUsedDesk.ts";
import { toLinkHash } from "../../scenario/link.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { toScenario } from "../../state/store.ts";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { Choice } from "../widgets/Choice.tsx";
import { problemInWords } from "../shell/problemInWords.ts";
import { saveFile, toFileName } from "../widgets/saveFile.ts";
import { CopyField } from "./CopyField.tsx";
import { embedSnippet } from "./embedSnippet.ts";

const HEIGHTS = ["360", "480", "640"] as const;

/** A link that holds the whole map, the browser's share sheet where there is one, and HTML for a web page. */
export default function ShareDialog({ onClose }: { onClose: () => void }) {
  const { store, catalog } = useAppContext();
  const translate = useTranslate();
  const [height, setHeight] = useState<(typeof HEIGHTS)[number]>("480");
  // The dialog covers the page, so the scenario cannot change while it is open.
  const [scenario] = useState((): Scenario => {
    // A link says which catalogue it is of; the figures themselves would only make it longer.
    const { published: _, ...content } = toScenario(store.getState());
    return { ...content, catalogVersion: catalog.version };
  });
  const address = `${location.origin}${location.pathname}`;
  const link = toLinkHash(scenario, address.length);
  const deskInLink = keepUsedDesk(scenario).deskCatalog;
  const title = scenario.title || translate("library.untitled");
  const save = () =>
    saveFile(
      new Blob([toScenarioFile(scenario, catalog)], { type: "application/json" }),
      `${toFileName(scenario.title)}.json`,
    );
  return (
    <AppDialog title={translate("share.title")} onClose={onClose}>
      {"problem" in link ? (
        <>
          <p className="share-problem" role="alert">
            {problemInWords(link.problem, translate)}
            {scenario.contextLayers && ` ${translate("share.layers")}`}
          </p>
          <div className="dialog-actions">
            <Button className="button primary" onPress={save}>
              {translate("share.file")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <CopyField
            label={translate("share.link")}
            hint={translate("share.link.hint", {
              length: formatNumber(translate.language, address.length + link.hash.length),
            })}
            value={address + link.hash}
            copyLabel={translate("share.copy")}
          />
          {deskInLink && <p className="hint">{translate("share.link.desk", { name: deskInLink.name })}</p>}
          {typeof navigator.share === "function" && (
            <Button
              className="button primary"
              onPress={() => {
                // A user who dismisses the share sheet needs no message.
                navigator.share({ title, url: address + link.hash }).catch(() => undefined);
              }}
            >
              {translate("share.send")}
            </Button>
          )}
          <h3>{translate("share.embed")}</h3>
          <Choice
            label={translate("share.embed.height")}
            options={HEIGHTS}
            value={height}
            nameOf={(option) => option}
            onChange={setHeight}
          />
          <CopyField
            label="HTML"
            hint={translate("share.embed.hint")}
            value={embedSnippet({ address, hash: link.hash, title, height: Number(height) })}
            copyLabel={translate("share.embed.copy")}
          />
        </>
      )}
    </AppDialog>
  );
}
