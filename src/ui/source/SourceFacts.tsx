import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { Source } from "../../catalog/catalog.ts";
import { isArticle, sourceNameOf } from "../../catalog/lookups.ts";
import { formatDate } from "../../i18n/dates.ts";
import type { MessageId, Translate } from "../../i18n/messages.ts";
import { useTranslate } from "../shell/AppContext.tsx";

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

export function sourceDate(source: Source, translate: Translate): string {
  return source.date === undefined ? translate("source.undated") : formatDate(translate.language, source.date);
}

/** What is known of the page itself. */
export function sourceFacts(source: Source, translate: Translate): Fact[] {
  return [
    ["column.source", source.publisher ?? translate("source.noPublisher")],
    ["source.pageTitle", source.title && `“${source.title}”`],
    ["source.date", sourceDate(source, translate)],
    ["source.language", languageName(source.language, translate)],
  ];
}

/** An address as text, with a button that copies it. The page itself never leaves for another one. */
function Address({ url }: { url: string }) {
  const translate = useTranslate();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // A browser without a clipboard: the text can still be selected, it is so by one click.
      setCopied(false);
    }
  };
  return (
    <div>
      <dt>{translate("source.link")}</dt>
      <dd className="source-address">
        <span className="url">{url.replace(/^https?:\/\/(www\.)?/, "")}</span>
        <Button
          className="button small"
          aria-label={copied ? undefined : translate("source.copyOf", { url })}
          onPress={() => void copy()}
        >
          {translate(copied ? "source.copied" : "source.copy")}
        </Button>
      </dd>
    </div>
  );
}

/** Facts in two columns, and the address of the page last. */
export function FactList({ facts, url }: { facts: Fact[]; url?: string | undefined }) {
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
      {url !== undefined && <Address url={url} />}
    </dl>
  );
}
