/** The addresses of stylesheets that could not be loaded. */
const failed = new Set<string>();

const isStylesheet = (target: EventTarget | null): target is HTMLLinkElement =>
  target instanceof HTMLLinkElement && target.rel === "stylesheet";

/** Errors of elements do not bubble, so they are caught on their way down. */
globalThis.addEventListener?.(
  "error",
  ({ target }) => {
    if (isStylesheet(target)) failed.add(target.href);
  },
  true,
);

function loadStyle(href: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener("load", () => {
      failed.delete(href);
      resolve();
    });
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(href));
    });
    document.head.append(link);
  });
}

/**
 * Asks again for the stylesheets that could not be loaded. The bundler asks for each only once, so that a part that is loaded at the second
 * try would stand there without its style.
 */
export async function loadFailedStyles(): Promise<void> {
  await Promise.all([...failed].map(loadStyle));
}
