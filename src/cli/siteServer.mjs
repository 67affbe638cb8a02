import { createServer } from "node:http";
import sirv from "sirv";
import { siteHeaders } from "./siteHeaders.mjs";

/** Names as the build gives them: no dot first, no escape, nothing that a file system could read as a way out of the folder. */
const FILE_PATH = /^(\/[\w@-][\w.@-]*)+$/;
/** The only ranges that are answered as such; a server may send the whole of a file for any other. */
const RANGE = /^bytes=(\d+)-(\d*)$/;

/**
 * What of the site an address asks for: undefined where the address is none.
 *
 * @param {string} address as the client sent it
 * @returns {{ path: string, isOldEmbed: boolean } | undefined}
 */
function parseAddress(address) {
  try {
    const { pathname, searchParams } = new URL(address, "http://localhost");
    const path = decodeURIComponent(pathname);
    const isIndex = path === "/" || path === "/index.html";
    return { path: isIndex ? "/index.html" : path, isOldEmbed: isIndex && searchParams.has("embed") };
  } catch {
    return undefined;
  }
}

/**
 * True for a range whose end is not before its start.
 *
 * @param {string} range
 */
function isRange(range) {
  const [, start = "", end = ""] = RANGE.exec(range) ?? [];
  return start !== "" && (end === "" || Number(end) >= Number(start));
}

/**
 * Serves the files of a folder and nothing else. Whatever a client sends, it answers with a file, with 3xx or 4xx in two words, and goes on.
 *
 * @param {string} folder path of the build
 * @returns {import("node:http").Server}
 */
export function createSiteServer(folder) {
  // Looked up at each request, so that a build made meanwhile is served whole.
  const serveFile = sirv(folder, { dev: true, etag: true, extensions: [] });
  return createServer((request, response) => {
    /** @param {number} status @param {string} words @param {Record<string, string>} [headers] */
    const refuse = (status, words, headers = {}) => {
      if (response.headersSent) return void response.destroy();
      response.removeHeader("Cache-Control");
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers }).end(`${words}\n`);
    };
    const asked = parseAddress(request.url ?? "");
    for (const [name, value] of Object.entries(siteHeaders(asked?.path.slice(1) ?? "")))
      response.setHeader(name, value);
    if (!asked) return refuse(400, "Bad request");
    if (request.method !== "GET" && request.method !== "HEAD")
      return refuse(405, "Method not allowed", { Allow: "GET, HEAD" });
    if (asked.isOldEmbed) return refuse(301, "Moved permanently", { Location: "embed.html" });
    if (!FILE_PATH.test(asked.path)) return refuse(404, "Not found");
    request.url = asked.path;
    if (!isRange(request.headers.range ?? "")) delete request.headers.range;
    // A file that is gone between the look at it and the reading of it ends this answer alone.
    response.on("pipe", (file) => file.on("error", () => response.destroy()));
    try {
      serveFile(request, response, () => refuse(404, "Not found"));
    } catch {
      refuse(404, "Not found");
    }
  });
}
