import { useEffect, useState } from "react";
import { lazyPart } from "../shell/lazyPart.tsx";

const UpdateCard = lazyPart(() => import("./UpdateCard.tsx"), { isEarly: true });

/** The delay before the offline copy is made, so that it does not slow down the first load. */
const REST_MS = 2500;

/** Whether to keep an offline copy: not in a frame, and not if the user asked to save data. */
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
