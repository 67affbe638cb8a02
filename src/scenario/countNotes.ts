import type { Notes } from "./scenario.ts";

/** How many distance lines, highlights, annotations and context layers a map has. */
export const countNotes = ({ distanceLines, highlights, annotations, contextLayers }: Notes): number =>
  [distanceLines, highlights, annotations, contextLayers].reduce((sum, list = []) => sum + list.length, 0);
