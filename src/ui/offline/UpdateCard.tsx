import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { type OfflineNews, registerOffline } from "./registerOffline.ts";
import { useTranslate } from "../shell/AppContext.tsx";

/** Keeps the page's offline copy, and asks before a new version replaces the one in use. */
export default function UpdateCard() {
  const translate = useTranslate();
  const [news, setNews] = useState<OfflineNews | null>(null);
  const offline = useRef<ReturnType<typeof registerOffline> | null>(null);
  useEffect(() => {
    offline.current ??= registerOffline(setNews);
  }, []);
  return (
    <output className="notices update">
      {news && (
        <div className="notice">
          <div>
            <p>{translate(news === "done" ? "update.done" : "update.ready")}</p>
            <div className="button-row">
              <Button className="button small" onPress={() => offline.current?.update()}>
                {translate("update.reload")}
              </Button>
              <Button className="button small" onPress={() => setNews(null)}>
                {translate("update.later")}
              </Button>
            </div>
          </div>
        </div>
      )}
    </output>
  );
}
