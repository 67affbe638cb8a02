import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const printing = () => window.matchMedia("print");

function subscribe(onChange: () => void): () => void {
  // The browser takes the page as it is when this event returns.
  const tell = () => flushSync(onChange);
  const query = printing();
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}

/** Whether the page is on its way to paper: ink on white, whatever the theme. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing().matches);
}
