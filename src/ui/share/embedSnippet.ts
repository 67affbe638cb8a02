const ESCAPES: Record<string, string> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
const escapeAttribute = (text: string): string => text.replace(/[&"<>]/g, (char) => ESCAPES[char] ?? char);

/** HTML that shows a read-only map in another page. */
export function embedSnippet({
  address,
  hash,
  title,
  height,
}: {
  address: string;
  hash: string;
  title: string;
  height: number;
}): string {
  const src = `${new URL("embed.html", address).href}${hash}`;
  return `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="100%" height="${height}" style="border:0" loading="lazy" allowfullscreen></iframe>`;
}
