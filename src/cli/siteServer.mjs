import { createServer } from "node:http";
import sirv from "sirv";
import { siteHeaders } from "./siteHeaders.mjs";

/** File names of the build: no leading dot, no escapes, nothing that could lead out of the folder. */
const FILE_PATH = /^(\/[\w@-][\w.@-]*)+$/;
/** The only form of Range that is supported; for others a server may send the whole file. */
const RANGE = /^bytes=(\d+)-(\d*)$/;

/**
 * The file of the site that a request's address means; undefined if the address is invalid.
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
 * Whether a range's end is not before its start.
 *
 * @param {string} range
 */
function isRange(range) {
  const [, start = "", end = ""] = RANGE.exec(range) ?? [];
  return start !== "" && (end === "" || Number(end) >= Number(start));
}

/**
 * Serves the files of a folder and nothing else. It answers any request with a file or a short 3xx or 4xx response, and never stops.
 *
 * @param {string} folder path of the build
 * @returns {import("node:http").Server}
 */
export function createSiteServer(folder) {
  // Files are looked up at each request, so that a build made meanwhile is served completely.
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
    // A file that disappears between the lookup and the reading ends only this response.
    response.on("pipe", (file) => file.on("error", () => response.destroy()));
    try {
      serveFile(request, response, () => refuse(404, "Not found"));
    } catch {
      refuse(404, "Not found");
    }
  });
}
