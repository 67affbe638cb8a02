import type { DeskCatalog } from "../../catalog/deskCatalog.ts";
import { setDeskCatalog } from "../../scenario/setDeskCatalog.ts";
import { useAppContext } from "../shell/AppContext.tsx";

/** Puts a catalogue into the map as one step of undo, or takes the map's away. */
export function useDesk(): (catalog: DeskCatalog | undefined) => void {
  const { store, actions } = useAppContext();
  return (catalog) => {
    const name = catalog?.name ?? store.getState().content.deskCatalog?.name ?? "";
    actions.change((content) => setDeskCatalog(content, catalog), { action: "catalog", name });
  };
}
