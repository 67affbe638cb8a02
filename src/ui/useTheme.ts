import { useSyncExternalStore } from "react";
import type { Theme } from "../state/store.ts";
import { useAppState } from "./AppContext.tsx";

const darkScheme = () => window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(onChange: () => void): () => void {
  const query = darkScheme();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** The theme that a choice comes to: the system's where it is left to it. */
export const currentTheme = (choice: Theme): "light" | "dark" => (choice === "auto" ? (darkScheme().matches ? "dark" : "light") : choice);

/** The theme in force: the user's choice, or the system's where the choice is left to it. */
export function useTheme(): "light" | "dark" {
  const choice = useAppState((state) => state.theme);
  return useSyncExternalStore(subscribe, () => currentTheme(choice));
}
