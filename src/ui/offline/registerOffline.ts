/** `waiting`: a new version is ready. `done`: another tab activated it, and this tab still has the old one. */
export type OfflineNews = "waiting" | "done";

const LOOK_AGAIN_MS = 3_600_000;

interface Offline {
  /** Activates the waiting version and reloads the page. */
  update: () => void;
}

function watchForUpdates(registration: ServiceWorkerRegistration, onNews: (news: OfflineNews) => void): void {
  const reportWaiting = () => {
    // Without a controller this is the first version, so nothing is replaced.
    if (registration.waiting && navigator.serviceWorker.controller) onNews("waiting");
  };
  reportWaiting();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", reportWaiting),
  );
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_AGAIN_MS) return;
    looked = Date.now();
    // Without a network the check fails; a later one may succeed.
    registration.update().catch(() => {});
  });
}

/**
 * Keeps a copy of the whole page in the browser, so that it works without a network. A new version never replaces the one in use without asking.
 *
 * @param onNews called when there is a new version
 */
export function registerOffline(onNews: (news: OfflineNews) => void): Offline {
  const container = navigator.serviceWorker;
  const hadController = container.controller !== null;
  let agreed = false;
  let registered: ServiceWorkerRegistration | undefined;
  container.addEventListener("controllerchange", () => {
    if (agreed) location.reload();
    else if (hadController) onNews("done");
  });
  container
    .register(new URL("sw.js", document.baseURI))
    .then((registration) => {
      registered = registration;
      watchForUpdates(registration, onNews);
    })
    // If the browser forbids service workers or the host serves none, the page still works online.
    .catch(() => {});
  return {
    update() {
      agreed = true;
      if (registered?.waiting) registered.waiting.postMessage("take over");
      else location.reload();
    },
  };
}
