/** A store that lasts as long as the page, for a browser that forbids its own. */
class PageStorage implements Storage {
  readonly #items = new Map<string, string>();

  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  clear(): void {
    this.#items.clear();
  }
}

/** The browser's storage, or one that is gone with the page where the browser forbids it: even looking at it may throw. */
export function openStorage(): Storage {
  try {
    const storage = globalThis.localStorage;
    storage.getItem("range-rings");
    return storage;
  } catch {
    return new PageStorage();
  }
}
