import { useEffect } from "react";
import { useTranslate } from "./AppContext.tsx";
import { useTheme } from "./useTheme.ts";

/** Keeps the page's theme and language attributes, which style sheets and screen readers use, in sync with the state. */
export function usePageAttributes(): void {
  const theme = useTheme();
  const { language } = useTranslate();
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
