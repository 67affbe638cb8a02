import { useEffect } from "react";

const FOCUSABLE =
  "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), summary, [tabindex]:not([tabindex='-1'])";
/** Time for the code that removed the element to move the focus itself. */
const WAIT_MS = 60;
const MOST_REMEMBERED = 12;
const NEIGHBOURS = 3;

/** An element and its siblings while it had the focus. */
interface Place {
  element: Element;
  beside: Element[];
}

function neighboursOf(element: Element): Element[] {
  const beside: Element[] = [];
  for (const step of ["nextElementSibling", "previousElementSibling"] as const) {
    let at = element[step];
    for (let i = 0; at && i < NEIGHBOURS; i += 1, at = at[step]) beside.push(at);
  }
  return beside;
}

function placesOf(element: Element): Place[] {
  const places: Place[] = [];
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
    places.push({ element: at, beside: neighboursOf(at) });
  return places;
}

const canTake = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.matches(FOCUSABLE) && element.checkVisibility();

const firstIn = (element: Element): HTMLElement | undefined =>
  canTake(element) ? element : [...element.querySelectorAll(FOCUSABLE)].find(canTake);

/** The element nearest to the lost focus: a sibling, or a sibling of the smallest removed ancestor. */
function nearest(places: Place[]): HTMLElement | undefined {
  for (const { element, beside } of places) {
    for (const sibling of beside) {
      const found = sibling.isConnected ? firstIn(sibling) : undefined;
      if (found) return found;
    }
    const found = element.isConnected ? firstIn(element) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** When the focused element is deleted, disabled or hidden, moves the focus to a neighbour instead of the top of the page. */
export function useFocusKept(): void {
  useEffect(() => {
    let places: Place[] = [];
    let remembered: HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === document.body) return;
      places = placesOf(target);
      remembered = [...remembered.filter((element) => element !== target), target].slice(-MOST_REMEMBERED);
    };
    const restore = () => {
      const lost = places[0]?.element;
      if (
        !lost ||
        canTake(lost) ||
        (document.activeElement && document.activeElement !== document.body && document.activeElement !== lost)
      )
        return;
      // After a dialog or menu the focus returns to the element that had it before; in a list it moves to the next item.
      const wasOver = places.some(({ element }) => element.matches("[role=dialog], [role=menu]"));
      const target =
        (wasOver ? remembered.findLast(canTake) : undefined) ?? nearest(places) ?? remembered.findLast(canTake);
      target?.focus();
    };
    const observer = new MutationObserver(() => {
      const lost = places[0]?.element;
      if (!lost || (lost.isConnected && !lost.matches(":disabled"))) return;
      clearTimeout(timer);
      timer = setTimeout(restore, WAIT_MS);
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
    document.addEventListener("focusin", onFocus);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", onFocus);
    };
  }, []);
}
