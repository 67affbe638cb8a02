import type { ReactNode } from "react";
import type { RangeFigure, Source } from "../../catalog/catalog.ts";
import { quoteAddress, toCslItem } from "../../catalog/citation.ts";
import { isArticle, sourceNameOf } from "../../catalog/lookups.ts";
import { attributionInWords, citationInWords, dateInWords } from "../../marks/attribution.ts";
import { copyInWords } from "../../marks/sourceWords.ts";
import { formatDate } from "../../i18n/dates.ts";
import type { MessageId, Translate } from "../../i18n/messages.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { CopyButton } from "./CopyButton.tsx";

/** A line of a card; one without a value is left out. */
export type Fact = [label: MessageId, value: string | undefined];

function languageName(code: string, translate: Translate): string {
  return new Intl.DisplayNames(translate.language, { type: "language" }).of(code) ?? code;
}

/** The publisher, or the number of an article of which nothing more is known. */
export function sourceTitle(source: Source, translate: Translate): string {
  const name = sourceNameOf(source);
  if (isArticle(source))
    return name
      ? translate("source.articleOf", { id: source.id, name })
      : translate("source.article", { id: source.id });
  return name ?? source.id;
}

/** Which copy of the page was read. */
function copySeen(source: Source, translate: Translate): string {
  const copy = copyInWords(source, translate);
  return copy === undefined ? translate("source.copyOwn") : translate("source.copyOther", { copy });
}

/** What is known of the page itself. */
export function sourceFacts(source: Source, translate: Translate): Fact[] {
  return [
    ["column.source", source.publisher ?? translate("source.noPublisher")],
    ["source.author", source.author],
    ["source.pageTitle", source.title && translate("quoted", { text: source.title })],
    ["source.date", dateInWords(source, translate)],
    ["source.language", languageName(source.language, translate)],
    ["source.via", source.via],
    ["source.copySeen", copySeen(source, translate)],
    ["source.accessed", source.accessed && formatDate(translate.language, source.accessed)],
  ];
}

/** An address that the reader may open; the page itself never asks for it, and the other site is not told where the reader came from. */
function OutsideLink({ url, href = url }: { url: string; href?: string | undefined }) {
  const translate = useTranslate();
  const address = url.replace(/^https?:\/\/(www\.)?/, "");
  return (
    <a
      className="url"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      aria-label={translate("source.opensNew", { address })}
    >
      {address}
    </a>
  );
}

function Line({ label, children }: { label: MessageId; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <div>
      <dt>{translate(label)}</dt>
      <dd className="source-address">{children}</dd>
    </div>
  );
}

/** The address of a page, its copy in an archive, and its citation to copy. */
function SourceLinks({ source, figure }: { source: Source; figure?: RangeFigure | undefined }) {
  const translate = useTranslate();
  const { url, archiveUrl } = source;
  const who = figure && attributionInWords(figure, source, translate);
  return (
    <>
      {url !== undefined && (
        <Line label="source.link">
          <OutsideLink url={url} href={quoteAddress(source, figure?.asPrinted.quote)} />
          <CopyButton text={url} label="source.copy" name={translate("source.copyOf", { url })} />
        </Line>
      )}
      {archiveUrl !== undefined && (
        <Line label="source.archive">
          <OutsideLink url={archiveUrl} />
        </Line>
      )}
      <Line label="source.citation">
        <CopyButton text={citationInWords(figure, source, translate)} label="source.cite" />
        <CopyButton text={JSON.stringify([toCslItem(source, who)], null, 2)} label="source.citeCsl" />
      </Line>
    </>
  );
}

/** Facts in two columns, and where the page is last. */
export function FactList({
  facts,
  source,
  figure,
}: {
  facts: Fact[];
  source?: Source | undefined;
  figure?: RangeFigure | undefined;
}) {
  const translate = useTranslate();
  return (
    <dl>
      {facts.map(([label, value]) =>
        value === undefined || value === "" ? null : (
          <div key={label}>
            <dt>{translate(label)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {source && <SourceLinks source={source} figure={figure} />}
    </dl>
  );
}
