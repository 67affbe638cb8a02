/** What a press on the map does. */
export type Tool = "place" | "line" | "area" | "measure";
