/** The enumerations of the catalogue. They do not depend on Zod, so that the interface can import them without loading it. */

export const SYSTEM_KINDS = ["ballistic-missile", "cruise-missile", "surface-to-air"] as const;
export type SystemKind = (typeof SYSTEM_KINDS)[number];

export const PLATFORMS = ["ground", "air", "ship", "submarine"] as const;
export type Platform = (typeof PLATFORMS)[number];

/**
 * What the missile of a figure is launched from: two platforms if the source gives one number for both; `unstated` if the source does not
 * say and the system has several.
 */
export const LAUNCH_MODES = [...PLATFORMS, "ship-or-submarine", "ground-or-ship", "unstated"] as const;
export type LaunchMode = (typeof LAUNCH_MODES)[number];

/** The platforms of a launch mode; none if it is unstated. */
export function platformsOf(launchMode: LaunchMode): Platform[] {
  const words = launchMode.split("-or-");
  return PLATFORMS.filter((platform) => words.includes(platform));
}

/** The targets for which a surface-to-air range is given; `any` if the source names none. Classes are never merged. */
export const TARGET_CLASSES = [
  "any",
  "aircraft",
  "aircraft-cruise",
  "aircraft-cruise-drones",
  "aircraft-helicopters-cruise-drones",
  "ballistic",
  "ballistic-cruise-drones",
] as const;
export type TargetClass = (typeof TARGET_CLASSES)[number];

/** `about-up-to`: the source says both. `reported`: the source only passes the number on. */
export const QUALIFIERS = ["exact", "about", "up-to", "about-up-to", "more-than", "range", "reported"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** How a source's date is known: printed on the page, from its address, from the event that it reports, or from its content. */
export const DATE_ORIGINS = ["printed", "address", "event", "content"] as const;

/** `repost`: reposted by somebody else. `mirror`: a copy of a whole site. `syndicated`: published under an agreement with the publisher. */
export const COPY_KINDS = ["repost", "mirror", "syndicated"] as const;

/** Kinds of people or bodies whom a page credits with a number. The first two know it first-hand. */
export const CREDIT_ROLES = ["manufacturer", "government", "research", "unnamed"] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

export const PRINTED_UNITS = ["km", "mi", "nmi"] as const;

/** `seen_in_copy`: read in a stored copy of the page. `live_checked`: read on the page itself. */
export const FIGURE_STATUSES = ["seen_in_copy", "live_checked"] as const;

export type Role = "strike" | "defence";

export function roleOf(kind: SystemKind): Role {
  return kind === "surface-to-air" ? "defence" : "strike";
}
