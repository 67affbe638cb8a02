/** The content security policy of the build: nothing inline, nothing evaluated, nothing from another origin. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * The headers that a page is served with. Any site may frame the read-only embed, and none the app, where a frame over another page could
 * be used to have a user click what they do not see.
 *
 * @param {string} address path and query
 * @returns {Record<string, string>}
 */
export function pageHeaders(address) {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const isEmbed = pathname.endsWith("/embed.html") || searchParams.has("embed");
  return {
    "Content-Security-Policy": `${CONTENT_POLICY}; frame-ancestors ${isEmbed ? "*" : "'self'"}`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  };
}
