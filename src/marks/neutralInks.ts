import { type Inks, inksOf } from "./inks.ts";

/** Nearly black on a light background and nearly white on a dark one. No system has this colour. */
export const NEUTRAL_INKS: Inks = { ...inksOf("#1c1c1e"), dark: inksOf("#eceff2").light };
