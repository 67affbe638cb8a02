import { useEffect, useState } from "react";
import { lazyPart } from "../shell/lazyPart.tsx";

const UpdateCard = lazyPart(() => import("./UpdateCard.tsx"));

/** The copy is made once the page is at rest: the first load is not to wait for it. */
const REST_MS = 2500;

/** Not in a frame, where a page only borrows its place; not where the reader asked to save data. */
function isWanted(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return import.meta.env.PROD && "serviceWorker" in navigator && window === window.top && connection?.saveData !== true;
}

/** The offline copy of the page, begun some time after the page has loaded. */
export function Offline() {
  const [started, setStarted] = useState(false);
  useEffect(() => {
    if (!isWanted()) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      timer = setTimeout(() => setStarted(true), REST_MS);
    };
    if (document.readyState === "complete") start();
    else window.addEventListener("load", start, { once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("load", start);
    };
  }, []);
  return started ? <UpdateCard /> : null;
}
