import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const printing = () => window.matchMedia("print");

function subscribe(onChange: () => void): () => void {
  // The browser prints the page as it is when this handler returns.
  const onPrint = () => flushSync(onChange);
  const query = printing();
  query.addEventListener("change", onPrint);
  return () => query.removeEventListener("change", onPrint);
}

/** Whether the page is being printed, which is always black on white. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing().matches);
}
