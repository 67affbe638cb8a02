/** What precedes the root element of an XML text. */
export interface XmlProlog {
  /** The root element's name without its prefix; empty if there is none. */
  root: string;
  /** Whether there is a document type, the only part of a well-formed text that can declare entities. */
  hasDoctype: boolean;
}

/** Skips white space, the declaration, processing instructions and comments in one pass. */
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
