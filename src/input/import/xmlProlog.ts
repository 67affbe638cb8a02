/** What stands before the first element of an XML text. */
export interface XmlProlog {
  /** The first element's name without its prefix; empty where there is none. */
  root: string;
  /** A document type, which may declare entities. The rest of a well-formed text cannot declare any. */
  hasDoctype: boolean;
}

/** Reads past white space, the declaration, processing instructions and comments, once. */
export function readXmlProlog(text: string): XmlProlog {
  let at = 0;
  const skipTo = (end: string): boolean => {
    const found = text.indexOf(end, at);
    at = found < 0 ? text.length : found + end.length;
    return found >= 0;
  };
  while (at < text.length) {
    if (/[\s\uFEFF]/.test(text[at] ?? "")) at += 1;
    else if (text.startsWith("<?", at)) skipTo("?>");
    else if (text.startsWith("<!--", at)) skipTo("-->");
    else if (text.startsWith("<!", at)) return { root: "", hasDoctype: true };
    else break;
  }
  const name = /^<(?:[\p{L}\p{N}._-]+:)?([\p{L}\p{N}._-]+)[\s/>]/u.exec(text.slice(at, at + 300))?.[1] ?? "";
  return { root: name, hasDoctype: false };
}
