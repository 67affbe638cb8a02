const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Records with their keys in one order: two programs, or two versions of one, write the same map in different orders. */
const sortKeys = (_key: string, value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value;

/**
 * Whether two scenarios, or what was read in place of them, hold the same map: everything but where it is looked at from. The order of
 * keys does not matter, and a field that is undefined counts as absent.
 */
export function isSameMap(a: unknown, b: unknown): boolean {
  const essence = (value: unknown) => JSON.stringify(isRecord(value) ? { ...value, view: undefined } : value, sortKeys);
  return a === b || essence(a) === essence(b);
}
