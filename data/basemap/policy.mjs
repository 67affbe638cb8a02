// @ts-nocheck -- a build script with a package.json of its own
// Which country each Natural Earth admin-1 unit belongs to, and which boundaries are drawn as disputed. The reasons are in README.md.
import polygonClipping from "polygon-clipping";

const westernSaharaLat = 27.666667;

// Codes that Natural Earth leaves out or gives to the power in control.
const codeOfAdm0 = {
  SOL: "SO", // Somaliland
  CYN: "CY", // north of the Green Line
  ESB: "GB", // Dhekelia
  WSB: "GB", // Akrotiri
  USG: "CU", // Guantanamo Bay, leased
  KAB: "KZ", // Baikonur, leased
  KAS: "IN", // Siachen: inside the dashed lines of Kashmir
  CSI: "AU", // Coral Sea Islands
  ATC: "AU", // Ashmore and Cartier
  CLP: "FR", // Clipperton
  PGA: "", // Spratly Islands: no country
};
const codeOfUnit = { "UA-43": "UA", "UA-40": "UA" };
const codeOfGeoUnit = { CCK: "CC", CXR: "CX", PFA: "" /* Paracel Islands: no country */, GUF: "FR" };

// Parts that lie overseas and are no ISO country of their own in the units' iso_a2.
const partOfGeoUnit = {
  GUF: "GF",
  MTQ: "MQ",
  GLP: "GP",
  REU: "RE",
  MYT: "YT",
  PMD: "PT-30",
  PAZ: "PT-20",
  NSV: "SJ",
  BVT: "BV",
  CLP: "CP",
};
const partOfAdm0 = { ESB: "GB-SBA", WSB: "GB-SBA", CSI: "AU-CSI", ATC: "AU-ATC" };
const partOfUnit = {
  "US-AK": "US-AK",
  "US-HI": "US-HI",
  "ES-CN": "ES-CN",
  "ES-TF": "ES-CN",
  "ES-GC": "ES-CN",
  "ES-CE": "ES-CE",
  "ES-ML": "ES-ML",
  "EC-W": "EC-W",
  "NL-BQ1": "BQ",
  "NL-BQ2": "BQ",
  "NL-BQ3": "BQ",
  "IN-AN": "IN-AN",
  "IN-LD": "IN-LD",
  "CO-SAP": "CO-SAP",
  "RU-KGD": "RU-KGD",
};

export const landCode = (p) => {
  const code = codeOfUnit[p.iso_3166_2] ?? codeOfGeoUnit[p.gu_a3] ?? codeOfAdm0[p.adm0_a3] ?? p.iso_a2;
  if (!/^([A-Z]{2})?$/.test(code)) throw new Error(`no country for ${p.iso_3166_2} ${p.adm0_a3} ${p.name}: ${code}`);
  return code;
};
export const partCode = (p) => partOfUnit[p.iso_3166_2] ?? partOfGeoUnit[p.gu_a3] ?? partOfAdm0[p.adm0_a3] ?? "main";

/** A point on every ring segment that crosses the latitude, the same on both sides of a shared edge. */
const withCrossings = (ring, lat) => {
  const out = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    out.push(a);
    const b = ring[i + 1];
    if (!b || (a[1] - lat) * (b[1] - lat) >= 0) continue;
    const [s, n] = a[1] < b[1] ? [a, b] : [b, a];
    out.push([s[0] + ((n[0] - s[0]) * (lat - s[1])) / (n[1] - s[1]), lat]);
  }
  return out;
};
const multi = (g) => (g.type === "Polygon" ? [g.coordinates] : g.coordinates);
const asGeometry = (polygons) => ({ type: "MultiPolygon", coordinates: polygons });
const box = (w, s, e, n) => [
  [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ],
];

/** Units recoded, and cut where a boundary that the United Nations draws runs through one. */
export function applyPolicy(features, disputedLines) {
  const out = [];
  const golanLine = disputedLines.features.find((f) => f.properties.name === "Syrian claim").geometry.coordinates;
  for (const f of features) {
    const p = f.properties;
    const unit = { id: p.iso_3166_2, code: landCode(p), part: partCode(p), source: p };
    if (/^(MA-|EH-|DZ-37|MR-)/.test(unit.id)) {
      const polygons = multi(f.geometry).map((poly) => poly.map((ring) => withCrossings(ring, westernSaharaLat)));
      if (!unit.id.startsWith("MA-")) {
        out.push({ unit, geometry: asGeometry(polygons) });
        continue;
      }
      const north = polygonClipping.intersection(polygons, box(-20, westernSaharaLat, 0, 40));
      const south = polygonClipping.intersection(polygons, box(-20, 15, -8.6, westernSaharaLat));
      if (north.length > 0) out.push({ unit, geometry: asGeometry(restored(north, polygons)) });
      if (south.length > 0)
        out.push({
          unit: { ...unit, id: `${unit.id}/EH`, code: "EH" },
          geometry: asGeometry(restored(south, polygons)),
        });
      continue;
    }
    if (unit.id === "IL-Z") {
      const golan = golanArea(golanLine);
      const whole = multi(f.geometry);
      out.push({ unit, geometry: asGeometry(restored(polygonClipping.difference(whole, golan), whole, [golan])) });
      out.push({
        unit: { ...unit, id: "SY-GOLAN", code: "SY" },
        geometry: asGeometry(restored(polygonClipping.intersection(whole, golan), whole, [golan])),
      });
      continue;
    }
    out.push({ unit, geometry: f.geometry });
  }
  return out;
}

/** Cut polygons with the vertices back that polygon-clipping leaves out of straight edges: their neighbours still have them. */
function restored(polygons, ...sources) {
  const vertices = sources.flat(3);
  const onEdge = (p, a, b) => {
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const long = Math.hypot(dx, dy);
    const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / long;
    return along > 1e-7 && along < long - 1e-7 && Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / long < 1e-6
      ? along
      : 0;
  };
  const ring = (points) =>
    points.flatMap((a, i) => {
      const b = points[i + 1];
      if (!b) return [a];
      const box = [
        Math.min(a[0], b[0]) - 1e-6,
        Math.min(a[1], b[1]) - 1e-6,
        Math.max(a[0], b[0]) + 1e-6,
        Math.max(a[1], b[1]) + 1e-6,
      ];
      const between = vertices
        .filter((p) => p[0] >= box[0] && p[0] <= box[2] && p[1] >= box[1] && p[1] <= box[3])
        .map((p) => ({ p, along: onEdge(p, a, b) }))
        .filter((v) => v.along > 0)
        .sort((x, y) => x.along - y.along)
        .map((v) => v.p);
      return [a, ...between];
    });
  return polygons.map((poly) => poly.map(ring));
}

/** Everything east of the line of 4 June 1967, as far as 36.5° E. */
function golanArea(lines) {
  const points = chain(lines);
  const [first, last] = [points[0], points[points.length - 1]];
  const south = first[1] < last[1];
  const line = south ? points : points.toReversed();
  const [s, n] = [line[0], line[line.length - 1]];
  return [[...line, [n[0], 34.2], [36.5, 34.2], [36.5, s[1]], s]];
}

/** Pieces of one line, end to end. */
export function chain(lines) {
  const rest = lines.map((l) => [...l]);
  const same = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-3;
  let out = rest.shift();
  for (let moved = true; moved && rest.length > 0;) {
    moved = false;
    for (let i = 0; i < rest.length; i++) {
      const l = rest[i];
      const end = out[out.length - 1];
      if (same(end, l[0])) out = out.concat(l.slice(1));
      else if (same(end, l[l.length - 1])) out = out.concat(l.toReversed().slice(1));
      else if (same(out[0], l[l.length - 1])) out = l.concat(out.slice(1));
      else if (same(out[0], l[0])) out = l.toReversed().concat(out.slice(1));
      else continue;
      rest.splice(i, 1);
      moved = true;
      break;
    }
  }
  if (rest.length > 0) throw new Error("the pieces of a disputed line do not join");
  return out;
}

const pair = (a, b) => [a, b].sort().join("-");
// Whole boundaries between two countries that are drawn dashed.
const disputedPairs = new Set(["EH-MA", "IL-PS", "IL-SY", "RS-XK", "IN-PK", "CN-IN"]);
// Of these two long boundaries only the parts in Kashmir, in Himachal and Uttarakhand, and along Arunachal Pradesh are.
const kashmirUnit = /^(IN-JK|IN-LA|PK-JK|PK-GB|PK-NA|PK-TA|-99-X06|CN-XJ)/;

/** "international", "disputed", "admin1" or "" for the arc between two units. */
export function boundaryKind(a, b) {
  const p = a.source;
  const q = b.source;
  if (a.code !== b.code) {
    if (a.code === "" || b.code === "") return "";
    const key = pair(a.code, b.code);
    if (key === "IN-PK") return kashmirUnit.test(a.id) && kashmirUnit.test(b.id) ? "disputed" : "international";
    if (key === "CN-IN")
      return [a.id, b.id].some((id) => /^(IN-(JK|LA|AR|HP|UT|UL)|-99-X06)/.test(id)) ? "disputed" : "international";
    // Hala'ib and Bir Tawil: where the line of 22° N and the administrative line of 1902 part.
    if (key === "EG-SD") return a.id === "SD-RS" || b.id === "SD-RS" ? "disputed" : "international";
    return disputedPairs.has(key) ? "disputed" : "international";
  }
  // The same country by the policy: lines that stay on the ground.
  if (a.code === "EH" || b.code === "EH") return "";
  if ((p.adm0_a3 === "CYN") !== (q.adm0_a3 === "CYN")) return "disputed";
  if (p.adm0_a3 === "KAS" || q.adm0_a3 === "KAS") return "disputed";
  if (a.id === "GE-AB" || b.id === "GE-AB") return "disputed";
  if ((a.id === "SY-GOLAN" || b.id === "SY-GOLAN") !== false && a.code === "SY") return "disputed";
  if (a.code === "GB" && a.part !== b.part) return "international";
  return "admin1";
}

// Lines that are no boundary between two units: which of Natural Earth's disputed lines are drawn as they come.
const wanted = [
  ["Moldovan claim", "Moldova"],
  ["Indian claim", "China"],
  ["South Sudanese claim", "Sudan"],
  ["Sudanese claim", "Kenya"],
];
export const extraDisputed = (fc) =>
  fc.features.filter(
    (f) =>
      wanted.some(([name, inside]) => f.properties.name === name && f.properties.inside === inside) ||
      (f.properties.name === "Georgian claim" && f.id === 9),
  );
