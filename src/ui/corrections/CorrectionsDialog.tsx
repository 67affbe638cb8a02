import "./corrections.css";
import "../share/share.css";
import { useEffect, useState } from "react";
import type { FigureChange } from "../../files/figureChanges.ts";
import { correctionInWords, reasonInWords, sideInWords } from "../../files/figureChanges.ts";
import { LANGUAGES, type LanguageCode, traitsOf } from "../../i18n/languages.ts";
import type { Translate } from "../../i18n/messages.ts";
import { loadTranslate } from "../../state/figureStore.ts";
import { CopyField } from "../share/CopyField.tsx";
import { useAppContext, useTranslate } from "../shell/AppContext.tsx";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { Choice } from "../widgets/Choice.tsx";
import { BeforeAfter } from "./BeforeAfter.tsx";
import { type Corrections, loadCorrections } from "./loadCorrections.ts";

type Words = Record<LanguageCode, Translate>;

async function loadWords(): Promise<Words> {
  const words = await Promise.all(LANGUAGES.map(async (code) => [code, await loadTranslate(code)] as const));
  return Object.fromEntries(words) as Words;
}

/** One changed system: from what to what, and why. */
function ChangeRow({ change, why }: { change: FigureChange; why: string }) {
  const translate = useTranslate();
  const { name, kind, before, after } = change;
  return (
    <li className="correction">
      <h3>{name}</h3>
      <p>
        {kind === "spread" && `${translate("column.published")}: `}
        <del>{sideInWords(before, kind, translate)}</del> <span aria-hidden="true">→</span>{" "}
        <ins>{sideInWords(after, kind, translate) || "–"}</ins>
      </p>
      {kind !== "source" && after.length > 0 && (
        <p className="hint">{`${translate("column.source")}: ${sideInWords(after, "source", translate)}`}</p>
      )}
      {why !== "" && <p className="hint">{why}</p>}
    </li>
  );
}

/** The line to publish, in one language at a time. */
function CorrectionLine({ corrections, words }: { corrections: Corrections; words: Words }) {
  const translate = useTranslate();
  const [language, setLanguage] = useState(translate.language);
  const own = words[language];
  return (
    <section className="correction-line" aria-labelledby="correction-lines">
      <h3 id="correction-lines">{translate("corrections.lines")}</h3>
      <Choice
        label={translate("language")}
        options={LANGUAGES}
        value={language}
        nameOf={(code) => traitsOf(code).name}
        onChange={setLanguage}
      />
      <CopyField
        label={traitsOf(language).name}
        hint={translate("corrections.edit")}
        value={correctionInWords(corrections.changesIn(own) ?? [], corrections.explain, own)}
        copyLabel={translate("corrections.copy")}
      />
    </section>
  );
}

/** What has changed on the map since it was saved, a correction to publish, and the map before and after. */
export default function CorrectionsDialog({ onClose }: { onClose: () => void }) {
  const { catalog, store, actions } = useAppContext();
  const translate = useTranslate();
  // The dialog covers the page, so the map cannot change while it is open.
  const [content] = useState(() => store.getState().content);
  const [loaded, setLoaded] = useState<{ corrections: Corrections; words: Words } | null>(null);
  useEffect(() => {
    void Promise.all([loadCorrections(content, catalog), loadWords()]).then(([corrections, words]) =>
      setLoaded({ corrections, words }),
    );
  }, [content, catalog]);
  const version = content.catalogVersion ?? "";
  const close = () => {
    actions.acknowledgeChanges(catalog.version);
    onClose();
  };
  const changes = loaded?.corrections.changesIn(translate) ?? [];
  return (
    <AppDialog title={translate("corrections.title")} size="wide" onClose={close}>
      {loaded &&
        (changes.length === 0 ? (
          <p>{translate("corrections.none")}</p>
        ) : (
          <>
            <p>{translate("corrections.since", { version, now: catalog.version })}</p>
            <ul className="corrections-list">
              {changes.map((change) => (
                <ChangeRow
                  key={change.ref}
                  change={change}
                  why={reasonInWords(change, loaded.corrections.explain(change.ref), translate)}
                />
              ))}
            </ul>
            <CorrectionLine corrections={loaded.corrections} words={loaded.words} />
            <section aria-labelledby="correction-picture">
              <h3 id="correction-picture">{translate("corrections.picture")}</h3>
              {loaded.corrections.former ? (
                <BeforeAfter former={loaded.corrections.former} />
              ) : (
                <p className="hint">{translate("corrections.noPicture", { version })}</p>
              )}
            </section>
          </>
        ))}
    </AppDialog>
  );
}
