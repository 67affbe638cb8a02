import { createStore, del, entries, set } from "idb-keyval";
import type { DeskCatalog } from "../catalog/deskCatalog.ts";
import { loadReadDesk } from "../scenario/readDesk.ts";
import type { LibraryStore } from "./library.ts";

/** Catalogues of newsrooms that this browser keeps, to be chosen for any map: one for each name, the last that was opened. */
export interface DeskLibrary {
  /** By name. One that cannot be read is left out of the list, and left alone. Rejects where the browser's storage does. */
  list(): Promise<DeskCatalog[]>;
  keep(catalog: DeskCatalog): Promise<void>;
  remove(name: string): Promise<void>;
}

type DeskStore = Pick<LibraryStore, "set" | "del" | "entries">;

/** The browser's own store, apart from that of the maps. */
export function openDeskStore(): DeskStore {
  let store: ReturnType<typeof createStore> | undefined;
  const opened = () => (store ??= createStore("range-rings-catalogs", "catalogs"));
  return {
    set: async (key, value) => set(key, value, opened()),
    del: async (key) => del(key, opened()),
    entries: async () => entries(opened()),
  };
}

export function createDeskLibrary(store: DeskStore, loadDesk = loadReadDesk): DeskLibrary {
  const read = async (deskCatalog: unknown): Promise<DeskCatalog | undefined> =>
    (await loadDesk({ deskCatalog }))(deskCatalog).catalog;
  return {
    async list() {
      const kept = await Promise.all((await store.entries()).map(([, value]) => read(value)));
      return kept.flatMap((catalog) => catalog ?? []).sort((a, b) => a.name.localeCompare(b.name));
    },
    keep: (catalog) => store.set(catalog.name, catalog),
    remove: (name) => store.del(name),
  };
}
