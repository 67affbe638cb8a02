/**
 * Breaks a name into lines of about one length, none wider than `most` where its words allow: as MapLibre does, at spaces and after hyphens.
 */
export function wrapLabel(text: string, most: number, measure: (text: string) => number): string[] {
  const words = text.split(/(?<=-)|\s+/u).filter((word) => word !== "");
  const total = measure(text);
  const count = Math.ceil(total / most);
  if (count < 2 || words.length < 2) return [text];
  const target = total / count;
  const join = (from: number, to: number): string =>
    words
      .slice(from, to)
      .reduce((line, word) => (line === "" || line.endsWith("-") ? `${line}${word}` : `${line} ${word}`), "");
  // Least squares over every way to break; names have few words.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= words.length; to += 1) {
    let found = { cost: Infinity, from: 0 };
    for (let from = 0; from < to; from += 1) {
      const width = measure(join(from, to));
      const ragged = to === words.length && width < target ? (target - width) ** 2 / 2 : (target - width) ** 2;
      const cost = (best[from]?.cost ?? 0) + ragged + (width > most ? most ** 2 : 0);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const lines: string[] = [];
  for (let to = words.length; to > 0; to = best[to]?.from ?? 0) lines.unshift(join(best[to]?.from ?? 0, to));
  return lines;
}
