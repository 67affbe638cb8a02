import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";

/** Every file of the build, put in by offlinePlugin.ts. */
declare const PRECACHE_ENTRIES: PrecacheEntry[];

const scope = globalThis as unknown as ServiceWorkerGlobalScope;

cleanupOutdatedCaches();

// Embeds of before there was an embed.html: the copy of the app itself forbids other sites to frame it. Before Workbox, which ignores queries.
scope.addEventListener("fetch", (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (event.request.mode !== "navigate" || !searchParams.has("embed") || pathname.endsWith("/embed.html")) return;
  event.stopImmediatePropagation();
  event.respondWith(Response.redirect(new URL("embed.html", scope.registration.scope).href));
});

// The page keeps its state in the fragment; whatever a query says, the file is the same.
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
