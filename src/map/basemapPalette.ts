/** All colours of the basemap, for the live map and for vector pictures. */
export type BasemapTheme = "light" | "dark" | "print";

export interface BasemapPalette {
  /** The background behind the globe. */
  space: string;
  water: string;
  land: string;
  coast: string;
  river: string;
  admin1: string;
  border: string;
  /** A casing in the colour of land under a border, which separates it from rivers and admin-1 lines. */
  borderCasing: string;
  disputed: string;
  countryLabel: string;
  countryHalo: string;
  placeLabel: string;
  placeLabelMinor: string;
  placeHalo: string;
  admin1Label: string;
  seaLabel: string;
  seaHalo: string;
  dot: string;
  dotRim: string;
}

/** Label colours have a contrast of at least 4.5:1 with their background: see tests/map/basemapStyle.test.ts. */
export const basemapPalette: Record<BasemapTheme, BasemapPalette> = {
  light: {
    space: "#eef0f1",
    water: "#cfdfe8",
    land: "#f6f3ec",
    coast: "#9fb9c8",
    river: "#bcd2de",
    admin1: "#d6cfc3",
    border: "#8f867b",
    borderCasing: "#f6f3ec",
    disputed: "#8f867b",
    countryLabel: "#5f584f",
    countryHalo: "#f6f3ec",
    placeLabel: "#26221d",
    placeLabelMinor: "#4a453e",
    placeHalo: "#f9f7f2",
    admin1Label: "#70685d",
    seaLabel: "#41657f",
    seaHalo: "#cfdfe8",
    dot: "#26221d",
    dotRim: "#ffffff",
  },
  dark: {
    space: "#0c0f12",
    water: "#141b22",
    land: "#272c32",
    coast: "#46586a",
    river: "#3a4a59",
    admin1: "#3a4047",
    border: "#79808a",
    borderCasing: "#22272c",
    disputed: "#79808a",
    countryLabel: "#aab1ba",
    countryHalo: "#272c32",
    placeLabel: "#eceff2",
    placeLabelMinor: "#c3c9d0",
    placeHalo: "#1b2026",
    admin1Label: "#959ca6",
    seaLabel: "#7f9db4",
    seaHalo: "#141b22",
    dot: "#eceff2",
    dotRim: "#14181c",
  },
  print: {
    space: "#ffffff",
    water: "#e6e6e6",
    land: "#ffffff",
    coast: "#8c8c8c",
    river: "#cfcfcf",
    admin1: "#cccccc",
    border: "#6b6b6b",
    borderCasing: "#ffffff",
    disputed: "#6b6b6b",
    countryLabel: "#4d4d4d",
    countryHalo: "#ffffff",
    placeLabel: "#000000",
    placeLabelMinor: "#2b2b2b",
    placeHalo: "#ffffff",
    admin1Label: "#666666",
    seaLabel: "#555555",
    seaHalo: "#e6e6e6",
    dot: "#000000",
    dotRim: "#ffffff",
  },
};
