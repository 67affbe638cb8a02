import * as z from "zod";
import { CatalogDateSchema, PastDaySchema } from "./catalogDate.ts";
import { LineSchema } from "./localText.ts";
import { COPY_KINDS, DATE_ORIGINS } from "./vocabulary.ts";

const Url = z.url({
  protocol: /^https?$/,
  hostname: z.regexes.domain,
  error: "should be a web address, as in https://example.org/page",
});

const CopySchema = z
  .strictObject({
    kind: z
      .enum(COPY_KINDS)
      .describe(
        "repost: reposted by somebody else; mirror: a copy of the whole site; syndicated: published under an agreement",
      ),
    on: LineSchema.optional().describe("The site or organisation that has the copy"),
  })
  .meta({ id: "copy" });

const sourceShape = {
  id: z
    .string()
    .max(40)
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, "should be letters, digits and single hyphens"),
  publisher: LineSchema.optional().describe("Absent if the stored page does not name one"),
  author: LineSchema.optional(),
  title: LineSchema.optional(),
  language: z.string().regex(/^[a-z]{2}$/, "should be a two-letter ISO 639-1 code"),
  date: CatalogDateSchema.optional().describe("Year, month or day, as precise as is known; absent if unknown"),
  dateFrom: z
    .enum(DATE_ORIGINS)
    .optional()
    .describe(
      "How the date is known: printed on the page, from its address, from the event it reports, or from its content",
    ),
  via: LineSchema.optional().describe("The agency or publication from which the page has its story"),
  copy: CopySchema.optional().describe("Set if the page that was read is a copy of the publisher's page"),
  accessed: PastDaySchema.optional().describe("When the page was read"),
  archiveUrl: Url.optional().describe("Address of the page in an archive"),
};

/** Checks that a date and its origin are either both present or both absent. */
function checkDateOrigin(
  source: { date?: string | undefined; dateFrom?: string | undefined },
  context: z.RefinementCtx,
) {
  const { date, dateFrom } = source;
  if ((date === undefined) === (dateFrom === undefined)) return;
  context.addIssue({
    code: "custom",
    path: [date === undefined ? "date" : "dateFrom"],
    input: source,
    message:
      date === undefined
        ? "should stand beside dateFrom"
        : `should say how the date is known: ${DATE_ORIGINS.join(", ")}`,
  });
}

export const SourceSchema = z
  .strictObject({
    ...sourceShape,
    tier: z
      .int()
      .min(1)
      .max(4)
      .describe(
        "1 manufacturer, government or treaty text; 2 research institute or reference work; 3 news agency or first-rank paper; 4 other",
      ),
    url: Url,
  })
  .superRefine(checkDateOrigin)
  .meta({ id: "source" });

/** One of the news articles that the project started with. Articles are also sources. */
export const ArticleSchema = z
  .strictObject({
    ...sourceShape,
    id: z.string().regex(/^\d{3}$/, "should be the three digits of the article's file name"),
    url: Url.optional(),
  })
  .superRefine(checkDateOrigin);
export type Article = z.infer<typeof ArticleSchema>;

/** Where a figure comes from: a page or an article. An article has no tier and may have no address. */
export type Source = z.infer<typeof SourceSchema> | (Article & { tier?: undefined });

export const SourcesFileSchema = z.strictObject({ $schema: z.string().optional(), sources: z.array(SourceSchema) });
export const ArticlesFileSchema = z.strictObject({ $schema: z.string().optional(), articles: z.array(ArticleSchema) });
