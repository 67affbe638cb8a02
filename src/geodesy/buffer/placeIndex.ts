import type { EarthPoint } from "../earthPoint.ts";

const SEMI_MAJOR_KM = 6378.137;
const F = 1 / 298.257223563;
const SEMI_MINOR_KM = SEMI_MAJOR_KM * (1 - F);
const LEAF = 8;

/**
 * Geodesic distance in kilometres by the formula of Andoyer and Lambert, between unit vectors whose latitudes are reduced ones. Off by 2·10⁻⁶ of
 * itself up to 11,000 km; see {@link tooFar} for more. Never too short by more than 0.02 km.
 */
function lambertKm(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
  const dx = ax - bx;
  const dy = ay - by;
  const dz = az - bz;
  const sx = ax + bx;
  const sy = ay + by;
  const sz = az + bz;
  // Squares of twice the sine and twice the cosine of half the angle.
  const sines = dx * dx + dy * dy + dz * dz;
  const cosines = sx * sx + sy * sy + sz * sz;
  if (sines === 0 || cosines === 0) return sines === 0 ? 0 : Math.PI * SEMI_MAJOR_KM;
  const angle = 2 * Math.atan2(Math.sqrt(sines), Math.sqrt(cosines));
  const sine = Math.sqrt(sines * cosines) / 2;
  return (
    SEMI_MAJOR_KM * (angle - (F / 2) * (((angle - sine) * sz * sz) / cosines + ((angle + sine) * dz * dz) / sines))
  );
}

/** By how much {@link lambertKm} may exceed the geodesic distance, measured against GeographicLib. */
function tooFar(km: number): number {
  if (km < 11_000) return 2e-6 * km;
  return km < 15_000 ? 0.1 : km < 18_000 ? 0.3 : km < 19_000 ? 0.7 : 36;
}

const tooNear = (km: number) => Math.min(0.02, 2e-6 * km);

/**
 * Places on the Earth in a tree of balls, for asking which lie near another. Distances are geodesic ones, so that the triangle inequality holds
 * between them and a ball answers for all of its places.
 */
export class PlaceIndex {
  /** The places in the order of the tree. */
  readonly #order: Int32Array;
  /** Where each place stands in that order. */
  readonly #rank: Int32Array;
  /** Unit vectors with reduced latitudes, in the order of the tree. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #z: Float64Array;
  /** Centre and radius in kilometres of each ball; ball i has the children 2i + 1 and 2i + 2. */
  readonly #balls: Float64Array;

  constructor(places: readonly EarthPoint[]) {
    const size = places.length;
    this.#order = Int32Array.from(places.keys());
    const columns = [
      Float64Array.from(places, ({ x }) => x / SEMI_MAJOR_KM),
      Float64Array.from(places, ({ y }) => y / SEMI_MAJOR_KM),
      Float64Array.from(places, ({ z }) => z / SEMI_MINOR_KM),
    ];
    let leaves = 1;
    while (leaves * LEAF < size) leaves *= 2;
    this.#balls = new Float64Array(8 * leaves);
    this.#sort(columns, 0, 0, size);
    this.#rank = new Int32Array(size);
    for (let i = 0; i < size; i++) this.#rank[this.#order[i]!] = i;
    const [x, y, z] = columns.map((column) => Float64Array.from(this.#order, (place) => column[place]!));
    [this.#x, this.#y, this.#z] = [x!, y!, z!];
    if (size > 0) this.#bound(0, 0, size);
  }

  /** Whether a place is surely closer than `km` kilometres to another. */
  within(place: EarthPoint, km: number): boolean {
    if (!(km > 0) || this.#order.length === 0) return false;
    return this.#within(0, 0, this.#order.length, ...reduced(place), km);
  }

  /** Whether a place may be closer than `km` kilometres to another. */
  mayBeWithin(place: EarthPoint, km: number): boolean {
    const nearest = this.nearestKm(place);
    return nearest - tooFar(nearest) < km;
  }

  /** The places that may be closer than `km` kilometres, by their numbers. */
  collect(place: EarthPoint, km: number): number[] {
    const found: number[] = [];
    if (this.#order.length > 0) this.#collect(0, 0, this.#order.length, ...reduced(place), km, found);
    return found;
  }

  /** Distance to the nearest place, off by no more than {@link collect} allows for. */
  nearestKm(place: EarthPoint): number {
    return this.#order.length > 0 ? this.#nearest(0, 0, this.#order.length, ...reduced(place), Infinity) : Infinity;
  }

  /** Distance to the place of a number, off by no more than {@link collect} allows for. */
  approximateKm(place: EarthPoint, number: number): number {
    return this.#placeKm(this.#rank[number]!, ...reduced(place));
  }

  #ballKm(ball: number, x: number, y: number, z: number): number {
    const balls = this.#balls;
    return lambertKm(x, y, z, balls[4 * ball]!, balls[4 * ball + 1]!, balls[4 * ball + 2]!);
  }

  #placeKm(i: number, x: number, y: number, z: number): number {
    return lambertKm(x, y, z, this.#x[i]!, this.#y[i]!, this.#z[i]!);
  }

  #within(ball: number, from: number, to: number, x: number, y: number, z: number, km: number): boolean {
    const radius = this.#balls[4 * ball + 3]!;
    // No geodesic is shorter than the chord between reduced latitudes on a sphere of the polar radius.
    const chord = (km + radius) / SEMI_MINOR_KM;
    if (this.#chord(ball, x, y, z) > chord * chord) return false;
    if (radius < km) {
      const away = this.#ballKm(ball, x, y, z);
      if (away + tooNear(away) + radius < km) return true;
      if (away - tooFar(away) - radius >= km) return false;
    }
    if (to - from <= LEAF) {
      const widest = (km / SEMI_MINOR_KM) ** 2;
      for (let i = from; i < to; i++) {
        if ((this.#x[i]! - x) ** 2 + (this.#y[i]! - y) ** 2 + (this.#z[i]! - z) ** 2 > widest) continue;
        const found = this.#placeKm(i, x, y, z);
        if (found + tooNear(found) < km) return true;
      }
      return false;
    }
    const middle = (from + to) >> 1;
    const [left, right] = [2 * ball + 1, 2 * ball + 2];
    // The nearer child first: it answers most questions.
    if (this.#chord(left, x, y, z) <= this.#chord(right, x, y, z))
      return this.#within(left, from, middle, x, y, z, km) || this.#within(right, middle, to, x, y, z, km);
    return this.#within(right, middle, to, x, y, z, km) || this.#within(left, from, middle, x, y, z, km);
  }

  #collect(ball: number, from: number, to: number, x: number, y: number, z: number, km: number, found: number[]): void {
    const away = this.#ballKm(ball, x, y, z);
    if (away - tooFar(away) - this.#balls[4 * ball + 3]! >= km) return;
    if (to - from <= LEAF) {
      for (let i = from; i < to; i++) {
        const near = this.#placeKm(i, x, y, z);
        if (near - tooFar(near) < km) found.push(this.#order[i]!);
      }
      return;
    }
    const middle = (from + to) >> 1;
    this.#collect(2 * ball + 1, from, middle, x, y, z, km, found);
    this.#collect(2 * ball + 2, middle, to, x, y, z, km, found);
  }

  #nearest(ball: number, from: number, to: number, x: number, y: number, z: number, best: number): number {
    const away = this.#ballKm(ball, x, y, z);
    if (away - tooFar(away) - this.#balls[4 * ball + 3]! >= best) return best;
    if (to - from <= LEAF) {
      let least = best;
      for (let i = from; i < to; i++) least = Math.min(least, this.#placeKm(i, x, y, z));
      return least;
    }
    const middle = (from + to) >> 1;
    const [left, right] = [2 * ball + 1, 2 * ball + 2];
    if (this.#chord(left, x, y, z) <= this.#chord(right, x, y, z)) {
      const least = this.#nearest(left, from, middle, x, y, z, best);
      return this.#nearest(right, middle, to, x, y, z, least);
    }
    const least = this.#nearest(right, middle, to, x, y, z, best);
    return this.#nearest(left, from, middle, x, y, z, least);
  }

  /** Square of the chord to a ball's centre, which grows with the distance. */
  #chord(ball: number, x: number, y: number, z: number): number {
    const balls = this.#balls;
    return (balls[4 * ball]! - x) ** 2 + (balls[4 * ball + 1]! - y) ** 2 + (balls[4 * ball + 2]! - z) ** 2;
  }

  /** Orders the places so that each half of a run lies on one side along the axis on which the run extends farthest. */
  #sort(columns: Float64Array[], ball: number, from: number, to: number): void {
    if (to - from <= LEAF) return;
    let [axis, widest] = [columns[0]!, -1];
    for (const column of columns) {
      let [least, most] = [Infinity, -Infinity];
      for (let i = from; i < to; i++) {
        const value = column[this.#order[i]!]!;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      if (most - least > widest) [axis, widest] = [column, most - least];
    }
    const middle = (from + to) >> 1;
    select(this.#order, axis, from, to - 1, middle);
    this.#sort(columns, 2 * ball + 1, from, middle);
    this.#sort(columns, 2 * ball + 2, middle, to);
  }

  #bound(ball: number, from: number, to: number): void {
    let [x, y, z] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      x += this.#x[i]!;
      y += this.#y[i]!;
      z += this.#z[i]!;
    }
    const norm = Math.sqrt(x * x + y * y + z * z);
    // Places all round the Earth have no middle; any will do.
    [x, y, z] = norm > 1e-9 ? [x / norm, y / norm, z / norm] : [1, 0, 0];
    let square = 0;
    for (let i = from; i < to; i++)
      square = Math.max(square, (this.#x[i]! - x) ** 2 + (this.#y[i]! - y) ** 2 + (this.#z[i]! - z) ** 2);
    // No geodesic is longer than the arc between reduced latitudes on a sphere of the equator's radius.
    const radius = 2 * Math.asin(Math.min(1, Math.sqrt(square) / 2)) * SEMI_MAJOR_KM * (1 + 1e-12);
    this.#balls.set([x, y, z, radius], 4 * ball);
    if (to - from <= LEAF) return;
    const middle = (from + to) >> 1;
    this.#bound(2 * ball + 1, from, middle);
    this.#bound(2 * ball + 2, middle, to);
  }
}

const reduced = ({ x, y, z }: EarthPoint): [number, number, number] => [
  x / SEMI_MAJOR_KM,
  y / SEMI_MAJOR_KM,
  z / SEMI_MINOR_KM,
];

/** Quickselect: puts the entry of rank `middle` by its value in its place, none greater before it and none less after it. */
function select(order: Int32Array, values: Float64Array, left: number, right: number, middle: number): void {
  while (right > left) {
    const pivot = values[order[(left + right) >> 1]!]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[order[i]!]! < pivot) i++;
      while (values[order[j]!]! > pivot) j--;
      if (i <= j) {
        const swapped = order[i]!;
        order[i++] = order[j]!;
        order[j--] = swapped;
      }
    }
    if (middle <= j) right = j;
    else if (middle >= i) left = i;
    else return;
  }
}
