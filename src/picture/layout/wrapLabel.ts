/**
 * Breaks a name into lines of similar length, at spaces and after hyphens as MapLibre does. No line is wider than `most` unless a single word is.
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
  // Names have few words, so every way to break them is tried and the one with the least squared error wins.
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
