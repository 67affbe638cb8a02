import * as z from "zod";

const sourceShape = {
  id: z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, "should be letters, digits and single hyphens"),
  publisher: z.string().min(1).optional().describe("Absent where the stored page does not name one"),
  title: z.string().min(1).optional(),
  language: z.string().regex(/^[a-z]{2}$/, "should be a two-letter ISO 639-1 code"),
  date: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "should be YYYY, YYYY-MM or YYYY-MM-DD")
    .optional()
    .describe("As exact as it is known: year, month or day"),
  via: z.string().min(1).optional().describe("The agency or publication from which the page has its story"),
  copy: z.enum(["mirror", "repost"]).optional().describe("The page read is somebody's copy of the publisher's"),
};

const Url = z.url({
  protocol: /^https?$/,
  hostname: z.regexes.domain,
  error: "should be a web address, as in https://example.org/page",
});

export const SourceSchema = z.strictObject({ ...sourceShape, url: Url }).meta({ id: "source" });

/** One of the news articles that the project began with; a source as well. */
export const ArticleSchema = z.strictObject({
  ...sourceShape,
  id: z.string().regex(/^\d{3}$/, "should be the three digits of the article's file name"),
  url: Url.optional(),
});
export type Article = z.infer<typeof ArticleSchema>;

/** Where a figure comes from: a page or an article. An article may have no address. */
export type Source = z.infer<typeof SourceSchema> | Article;

export const SourcesFileSchema = z.strictObject({ $schema: z.string().optional(), sources: z.array(SourceSchema) });
export const ArticlesFileSchema = z.strictObject({ $schema: z.string().optional(), articles: z.array(ArticleSchema) });
