/** Stands in for a store that the browser forbids: nothing was kept, and saving fails, so that the user is told. */
class ForbiddenStorage implements Storage {
  readonly length = 0;
  key(): null {
    return null;
  }
  getItem(): null {
    return null;
  }
  setItem(): never {
    throw new DOMException("The browser forbids this page to store anything.", "SecurityError");
  }
  removeItem(): void {}
  clear(): void {}
}

/** The browser's storage, or one that refuses to save where the browser forbids it: even looking at it may throw. */
export function openStorage(): Storage {
  try {
    const storage = globalThis.localStorage;
    storage.getItem("range-rings");
    return storage;
  } catch {
    return new ForbiddenStorage();
  }
}
