import { useEffect, useState } from "react";
import { lazyPart } from "../shell/lazyPart.tsx";

const LinkDialog = lazyPart(() => import("./LinkDialog.tsx"));
/** The same test as `isLinkHash`, without loading the code that unpacks links, because most visits have no link. */
const LINK = /^#s\d+\./;
const linkNow = (): string | null => (LINK.test(location.hash) ? location.hash : null);

/** Opens the map of a link that the page was opened with, or that is put into its address later. */
export function LinkWatcher() {
  const [hash, setHash] = useState(linkNow);
  useEffect(() => {
    const onHash = () => setHash(linkNow());
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);
  if (hash === null) return null;
  return (
    <LinkDialog
      key={hash}
      hash={hash}
      onClose={() => {
        // The hash is removed, because a reload would otherwise replace later work with the link's state.
        history.replaceState(null, "", location.pathname + location.search);
        setHash(null);
      }}
    />
  );
}
