import type { Theme } from "../../state/store.ts";
import { useAppState } from "./AppContext.tsx";
import { useMedia } from "../widgets/useMedia.ts";

const DARK_SCHEME = "(prefers-color-scheme: dark)";

/** The theme that a choice comes to: the system's where it is left to it. */
export const currentTheme = (choice: Theme): "light" | "dark" =>
  choice === "auto" ? (window.matchMedia(DARK_SCHEME).matches ? "dark" : "light") : choice;

/** The theme in force: the user's choice, or the system's where the choice is left to it. */
export function useTheme(): "light" | "dark" {
  const choice = useAppState((state) => state.theme);
  const isDark = useMedia(DARK_SCHEME);
  return choice === "auto" ? (isDark ? "dark" : "light") : choice;
}
