/** Replaces storage that the browser forbids. It is empty, and saving throws, so that the user is notified. */
class ForbiddenStorage implements Storage {
  readonly length = 0;
  key(): null {
    return null;
  }
  getItem(): null {
    return null;
  }
  setItem(): never {
    throw new DOMException("The browser does not allow this page to store data.", "SecurityError");
  }
  removeItem(): void {}
  clear(): void {}
}

/** The browser's storage, or a replacement if the browser forbids it. Even accessing it may throw. */
export function openStorage(): Storage {
  try {
    const storage = globalThis.localStorage;
    storage.getItem("range-rings");
    return storage;
  } catch {
    return new ForbiddenStorage();
  }
}
