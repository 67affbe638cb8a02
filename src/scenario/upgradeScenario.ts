type Saved = Record<string, unknown>;

/** One step forward for each version that was ever written: `upgrades[n]` turns version n into n + 1. */
const upgrades: Record<number, (saved: Saved) => Saved> = {};

/** Brings a saved scenario to the current version, or returns undefined when its version was never written. */
export function upgradeScenario(saved: Saved): Saved | undefined {
  let current = saved;
  while (current["version"] !== 1) {
    const upgrade = typeof current["version"] === "number" ? upgrades[current["version"]] : undefined;
    if (!upgrade) return undefined;
    current = upgrade(current);
  }
  return current;
}
