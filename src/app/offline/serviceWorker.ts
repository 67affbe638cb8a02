import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";

/** Every file of the build, put in by offlinePlugin.ts. */
declare const PRECACHE_ENTRIES: PrecacheEntry[];

const scope = globalThis as unknown as ServiceWorkerGlobalScope;

cleanupOutdatedCaches();
// The page keeps its state in the fragment and, for an embed, in the query: the file is the same.
precacheAndRoute(PRECACHE_ENTRIES, {
  directoryIndex: "index.html",
  cleanURLs: false,
  ignoreURLParametersMatching: [/./],
});

// The first worker serves the page that installed it, so that what it has not loaded yet is there without a network.
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

// A newer one waits until a user agrees: registerOffline.ts.
scope.addEventListener("message", ({ data }: ExtendableMessageEvent) => {
  if (data === "take over") void scope.skipWaiting();
});
