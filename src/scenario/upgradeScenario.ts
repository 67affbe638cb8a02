type Saved = Record<string, unknown>;

/** `upgrades[n]` converts version n to n + 1. There is one for each earlier version. */
const upgrades: Record<number, (saved: Saved) => Saved> = {};

/** Upgrades a saved scenario to the current version; returns undefined for an unknown version. */
export function upgradeScenario(saved: Saved): Saved | undefined {
  let current = saved;
  while (current["version"] !== 1) {
    const upgrade = typeof current["version"] === "number" ? upgrades[current["version"]] : undefined;
    if (!upgrade) return undefined;
    current = upgrade(current);
  }
  return current;
}
