import type { Medium } from "./typeScale.ts";

/** A place that a picture is made for, which decides its size and its type. */
export interface Slot<Id extends string = string> {
  id: Id;
  medium: Medium;
  /** Pixels of the file. */
  width: number;
  height: number;
  /** The width at which it is laid out, in CSS pixels. */
  layoutWidth: number;
}

export const MM_PER_INCH = 25.4;
/** Pixels of a printed picture per inch. */
export const PRINT_DPI = 300;
const CSS_DPI = 96;

/** A printed slot in millimetres. */
export function printSlot<Id extends string>(id: Id, widthMm: number, heightMm: number, dpi = PRINT_DPI): Slot<Id> {
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * dpi);
  return {
    id,
    medium: "print",
    width: pixels(widthMm),
    height: pixels(heightMm),
    layoutWidth: (widthMm / MM_PER_INCH) * CSS_DPI,
  };
}

const screenSlot = <Id extends string>(id: Id, width: number, height: number, scale: number): Slot<Id> => ({
  id,
  medium: "screen",
  width,
  height,
  layoutWidth: width / scale,
});

/** On a phone, a square or story of 1,080 pixels needs type of at least 28 pixels: 11 pixels of the layout, enlarged so many times. */
const SOCIAL_SCALE = 28 / 11;

export const SLOTS = [
  screenSlot("wide", 1600, 900, 2),
  printSlot("single", 88, 112),
  printSlot("double", 136, 102),
  printSlot("full", 180, 117),
  screenSlot("square", 1080, 1080, SOCIAL_SCALE),
  screenSlot("portrait", 1080, 1350, SOCIAL_SCALE),
  screenSlot("story", 1080, 1920, SOCIAL_SCALE),
  screenSlot("uhd", 3840, 2160, 4.8),
  screenSlot("8k", 7680, 4320, 9.6),
  printSlot("a4", 210, 297),
  printSlot("a4-landscape", 297, 210),
  printSlot("a3", 297, 420),
  printSlot("a3-landscape", 420, 297),
] as const satisfies Slot[];

export const findSlot = (id: string): Slot | undefined => SLOTS.find((slot) => slot.id === id);
