import type { Theme } from "../../state/store.ts";
import { useAppState } from "./AppContext.tsx";
import { useMedia } from "../widgets/useMedia.ts";

const DARK_SCHEME = "(prefers-color-scheme: dark)";

/** The theme that a choice resolves to; `system` means that of the operating system. */
export const currentTheme = (choice: Theme): "light" | "dark" =>
  choice === "auto" ? (window.matchMedia(DARK_SCHEME).matches ? "dark" : "light") : choice;

/** The current theme: the user's choice, or that of the operating system. */
export function useTheme(): "light" | "dark" {
  const choice = useAppState((state) => state.theme);
  const isDark = useMedia(DARK_SCHEME);
  return choice === "auto" ? (isDark ? "dark" : "light") : choice;
}
