/** Whether a picture is printed or shown on a screen. Layouts are in CSS pixels: 96 to an inch of paper. */
export type Medium = "print" | "screen";

/** The sizes of type in pixels of the layout. Nothing is set smaller than a note: 6.5 pt on paper, 11 px on a screen. */
export interface TypeScale {
  title: number;
  deck: number;
  /** Names of systems and launch points. */
  name: number;
  /** Ranges under a name. */
  value: number;
  place: number;
  country: number;
  note: number;
}

const POINT = 96 / 72;

export const TYPE_SCALES: Record<Medium, TypeScale> = {
  print: {
    title: 13 * POINT,
    deck: 7.75 * POINT,
    name: 8 * POINT,
    value: 7.5 * POINT,
    place: 7 * POINT,
    country: 7 * POINT,
    note: 6.5 * POINT,
  },
  screen: { title: 22, deck: 14, name: 13, value: 12, place: 11.5, country: 11.5, note: 11 },
};
