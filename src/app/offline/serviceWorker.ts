import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";

/** Every file of the build, inserted by offlinePlugin.ts. */
declare const PRECACHE_ENTRIES: PrecacheEntry[];

const scope = globalThis as unknown as ServiceWorkerGlobalScope;

cleanupOutdatedCaches();

// Redirects embeds made before embed.html existed, since the app itself cannot be framed by other sites. This listener precedes Workbox's, which
// ignores queries.
scope.addEventListener("fetch", (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (event.request.mode !== "navigate" || !searchParams.has("embed") || pathname.endsWith("/embed.html")) return;
  event.stopImmediatePropagation();
  event.respondWith(Response.redirect(new URL("embed.html", scope.registration.scope).href));
});

// The page keeps its state in the fragment, so queries never change which file is served.
precacheAndRoute(PRECACHE_ENTRIES, {
  directoryIndex: "index.html",
  cleanURLs: false,
  ignoreURLParametersMatching: [/./],
});

// Claiming the page that installed the first worker makes parts that it has not loaded yet available offline.
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

// A newer worker waits until the user agrees; see registerOffline.ts.
scope.addEventListener("message", ({ data }: ExtendableMessageEvent) => {
  if (data === "take over") void scope.skipWaiting();
});
