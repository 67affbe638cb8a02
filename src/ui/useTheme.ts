import { useSyncExternalStore } from "react";
import { useAppState } from "./AppContext.tsx";

const darkScheme = () => window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(onChange: () => void): () => void {
  const query = darkScheme();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** The theme in force: the user's choice, or the system's where the choice is left to it. */
export function useTheme(): "light" | "dark" {
  const choice = useAppState((state) => state.theme);
  const dark = useSyncExternalStore(subscribe, () => darkScheme().matches);
  return choice === "auto" ? (dark ? "dark" : "light") : choice;
}
