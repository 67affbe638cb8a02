import "../ui/widgets/button.css";
import type { Translate } from "../i18n/messages.ts";

/** Shows the reason and a button to reload in place of the panel if its code could not be loaded. */
export function showPageFault(root: HTMLElement, error: unknown, translate: Translate): void {
  const words = document.createElement("p");
  words.textContent = translate("fault", { detail: error instanceof Error ? error.message : String(error) });
  const reload = document.createElement("button");
  reload.className = "button small";
  reload.textContent = translate("fault.reload");
  reload.addEventListener("click", () => location.reload());
  const panel = document.createElement("div");
  panel.className = "panel-wait";
  panel.setAttribute("role", "alert");
  panel.append(words, reload);
  root.replaceChildren(panel);
}
