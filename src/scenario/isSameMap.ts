const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Sorts the keys of objects, because different versions of the program write the same map in different key orders. */
const sortKeys = (_key: string, value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value;

/**
 * Whether two values are the same scenario apart from the view and the catalogue that it was saved with. The order of keys does not matter,
 * and an undefined field counts as absent.
 */
export function isSameMap(a: unknown, b: unknown): boolean {
  const essence = (value: unknown) =>
    JSON.stringify(
      isRecord(value) ? { ...value, view: undefined, catalogVersion: undefined, published: undefined } : value,
      sortKeys,
    );
  return a === b || essence(a) === essence(b);
}
