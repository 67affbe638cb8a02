/** Paths on a 20 × 20 grid, stroked in the text's colour. */
const PATHS = {
  undo: "M7 4 3 8l4 4M3 8h8a5 5 0 0 1 0 10H8",
  redo: "m13 4 4 4-4 4M17 8H9a5 5 0 0 0 0 10h3",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  close: "m5 5 10 10M15 5 5 15",
  trash: "M4 6h12M8 6V4h4v2m-6.5 0 .7 11h7.6l.7-11M8.5 9v5m3-5v5",
  eye: "M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Zm8 2.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z",
  eyeOff:
    "M3 3l14 14M8 4.7A8 8 0 0 1 10 4.500c5 0 8 5.5 8 5.500a14 14 0 0 1-2.600 3.200M12.500 15.100a8 8 0 0 1-2.500.4c-5 0-8-5.500-8-5.500a14 14 0 0 1 3.500-3.900",
  menu: "M3 5.500h14M3 10h14M3 14.500h14",
  export: "M10 12V3m0 0L6.500 6.500M10 3l3.500 3.500M4 11v5.500h12V11",
  compare: "M3 5h9M3 10h14M3 15h6",
  sun: "M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM10 1.800v1.700m0 13v1.700M1.800 10h1.700m13 0h1.700M4.200 4.200l1.200 1.200m9.200 9.200 1.200 1.200m0-11.600-1.200 1.200m-9.200 9.200-1.200 1.200",
  moon: "M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500Z",
  auto: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 0v14",
  chevron: "m6 8 4 4 4-4",
  line: "M4 15 9 7l4 5 4-7M4 15h.01M9 7h.01M13 12h.01M17 5h.01",
  area: "M5 5h9l2 6-6 5-6-3Z",
  measure: "m3 13 10-10 4 4L7 17Zm3-3 1.500 1.500M9 7l1.500 1.500M12 4l1.500 1.500",
  copy: "M7 7h9v9H7zM4 13V4h9",
  up: "m5 12 5-5 5 5",
  left: "m12 5-5 5 5 5",
  right: "m8 5 5 5-5 5",
  down: "m5 8 5 5 5-5",
  country: "M4 17V3m0 1h11l-2 3.500 2 3.500H4",
  file: "M5 3h7l4 4v10H5zM12 3v4h4",
  keyboard: "M2.500 5.500h15v9h-15zM5 8.500h.01M8 8.500h.01M11 8.500h.01M14 8.500h.01M6 11.800h8",
  target: "M10 3v4m0 6v4M3 10h4m6 0h4M10 11.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z",
  info: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-8v4.500M10 6.200v.3",
  edit: "m4 16 1-4 8-8 3 3-8 8Zm7-10 3 3",
  save: "M4 4h10l2 2v10H4zM7 4v4h5V4M7 16v-4h6v4",
  share:
    "M14.500 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-9 5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm9 5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7.300 9.100l5.400-3.200M7.300 10.900l5.400 3.200",
  folder: "M3 5h5l2 2h7v9H3z",
  check: "m4 10.500 4 4 8-9",
} as const;
export type IconName = keyof typeof PATHS;

/** A decorative icon, hidden from screen readers because the text beside it has the same meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
