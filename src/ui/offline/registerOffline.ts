/** What the page can be told of its offline copy. `done`: another tab took the new version, and this one is still the old. */
export type OfflineNews = "waiting" | "done";

const LOOK_AGAIN_MS = 3_600_000;

interface Offline {
  /** Lets the version that waits take over, and loads the page anew. */
  update: () => void;
}

function watchForUpdates(registration: ServiceWorkerRegistration, tell: (news: OfflineNews) => void): void {
  const tellOfWaiting = () => {
    // Without a controller it is the first one, and nothing is replaced.
    if (registration.waiting && navigator.serviceWorker.controller) tell("waiting");
  };
  tellOfWaiting();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", tellOfWaiting),
  );
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_AGAIN_MS) return;
    looked = Date.now();
    // Without a network there is nothing new; the next look may find it.
    registration.update().catch(() => {});
  });
}

/**
 * Keeps a copy of the whole page in the browser, so that it works without a network. A new version never replaces the one in use unasked.
 *
 * @param tell called when there is a new version to tell of
 */
export function registerOffline(tell: (news: OfflineNews) => void): Offline {
  const container = navigator.serviceWorker;
  const hadController = container.controller !== null;
  let agreed = false;
  let registered: ServiceWorkerRegistration | undefined;
  container.addEventListener("controllerchange", () => {
    if (agreed) location.reload();
    else if (hadController) tell("done");
  });
  container
    .register(new URL("sw.js", document.baseURI))
    .then((registration) => {
      registered = registration;
      watchForUpdates(registration, tell);
    })
    // A browser that forbids the copy, or a host that serves no worker: the page works as long as the network does.
    .catch(() => {});
  return {
    update() {
      agreed = true;
      if (registered?.waiting) registered.waiting.postMessage("take over");
      else location.reload();
    },
  };
}
