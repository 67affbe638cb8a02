import type { Theme } from "../../marks/inks.ts";

/** Colours of the area around the map. */
interface PictureInk {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
}

export const PICTURE_INKS: Record<Theme, PictureInk> = {
  light: { paper: "#ffffff", ink: "#1b1b1f", muted: "#55585f", rule: "#c9cbd0" },
  dark: { paper: "#15191e", ink: "#f1f3f5", muted: "#a9b0b8", rule: "#3b4149" },
  print: { paper: "#ffffff", ink: "#000000", muted: "#333333", rule: "#8c8c8c" },
};
