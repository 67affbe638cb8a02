/** The closed lists of the catalog, free of Zod so that the interface can list them at no cost. */

export const SYSTEM_KINDS = ["ballistic-missile", "cruise-missile", "surface-to-air"] as const;
export type SystemKind = (typeof SYSTEM_KINDS)[number];

export const PLATFORMS = ["ground", "air", "ship", "submarine"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** How the missile of a figure was launched; `unstated` where the source does not say and the system has several ways. */
export const LAUNCH_MODES = [...PLATFORMS, "unstated"] as const;
export type LaunchMode = (typeof LAUNCH_MODES)[number];

/** What a surface-to-air figure is a range against; `any` where the source names no target. Classes are never merged. */
export const TARGET_CLASSES = ["any", "aircraft", "ballistic", "ballistic-cruise-drones"] as const;
export type TargetClass = (typeof TARGET_CLASSES)[number];

/** `about-up-to` is a source that says both. `reported`: the source itself passes the number on. */
export const QUALIFIERS = ["exact", "about", "up-to", "about-up-to", "more-than", "range", "reported"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const PRINTED_UNITS = ["km", "mi", "nmi"] as const;

/** `seen_in_copy`: read in a stored copy of the page. `live_checked`: read on the page itself. */
export const FIGURE_STATUSES = ["seen_in_copy", "live_checked"] as const;

export type Role = "strike" | "defence";

export function roleOf(kind: SystemKind): Role {
  return kind === "surface-to-air" ? "defence" : "strike";
}
