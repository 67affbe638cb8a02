import * as z from "zod";

const sourceShape = {
  /** `S1`, or an article's number: `000`. */
  id: z.string().regex(/^(S\d+[a-z]?|\d{3})$/, "use S and a number, or the three digits of an article"),
  /** Absent where the stored page does not name one. */
  publisher: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  language: z.string().regex(/^[a-z]{2}$/, "use a two-letter ISO 639-1 code"),
  /** As exact as it is known: year, month or day. */
  date: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "use YYYY, YYYY-MM or YYYY-MM-DD").optional(),
  /** The agency or publication from which the page has its story. */
  via: z.string().min(1).optional(),
  /** The page read is somebody's copy of the publisher's. */
  copy: z.enum(["mirror", "repost"]).optional(),
};

const Url = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

export const SourceSchema = z.strictObject({ ...sourceShape, url: Url });

/** One of the news articles that the project began with; a source as well. */
export const ArticleSchema = z.strictObject({
  ...sourceShape,
  id: z.string().regex(/^\d{3}$/, "use the three digits of the article's file name"),
  url: Url.optional(),
});
export type Article = z.infer<typeof ArticleSchema>;

/** Where a figure comes from: a page or an article. An article may have no address. */
export type Source = z.infer<typeof SourceSchema> | Article;

export const SourcesFileSchema = z.strictObject({ $schema: z.string().optional(), sources: z.array(SourceSchema) });
export const ArticlesFileSchema = z.strictObject({ $schema: z.string().optional(), articles: z.array(ArticleSchema) });
