/** What an edge is to the arrangement. */
export const BORDER = 0;
/** Counts towards what it encloses but is known never to be on the border of the result. */
export const FILLER = 1;
/** Runs along the frame of the map, ±180° or ±90°: counts, but is drawn again when the result is closed. */
export const SEAM = 2;

/** Directed edges in longitude and latitude, the enclosed region on their left, in arrays that grow. */
export class EdgeList {
  count = 0;
  x0 = new Float64Array(1024);
  y0 = new Float64Array(1024);
  x1 = new Float64Array(1024);
  y1 = new Float64Array(1024);
  /** The region that an edge belongs to. */
  owner = new Int32Array(1024);
  kind = new Uint8Array(1024);

  add(x0: number, y0: number, x1: number, y1: number, owner: number, kind: number): void {
    if (x0 === x1 && y0 === y1) return;
    const at = this.count++;
    if (at === this.x0.length) this.grow();
    this.x0[at] = x0;
    this.y0[at] = y0;
    this.x1[at] = x1;
    this.y1[at] = y1;
    this.owner[at] = owner;
    this.kind[at] = kind;
  }

  /** A copy with every vertex moved by up to a tenth of a millimetre, the same vertex always the same way; the frame of the map stays. */
  shaken(seed: number): EdgeList {
    const copy = new EdgeList();
    const shift = (x: number, y: number, salt: number) => 1e-9 * jitter(x, y, seed + salt);
    const onFrame = (x: number, y: number) => Math.abs(x) === 180 || Math.abs(y) === 90;
    const moveX = (x: number, y: number) => (onFrame(x, y) ? x : x + shift(x, y, 0));
    const moveY = (x: number, y: number) => (onFrame(x, y) ? y : y + shift(x, y, 1));
    for (let i = 0; i < this.count; i++) {
      const [ax, ay, bx, by] = [this.x0[i]!, this.y0[i]!, this.x1[i]!, this.y1[i]!];
      copy.add(moveX(ax, ay), moveY(ax, ay), moveX(bx, by), moveY(bx, by), this.owner[i]!, this.kind[i]!);
    }
    return copy;
  }

  private grow(): void {
    const size = 2 * this.x0.length;
    const larger = (old: Float64Array) => {
      const array = new Float64Array(size);
      array.set(old);
      return array;
    };
    this.x0 = larger(this.x0);
    this.y0 = larger(this.y0);
    this.x1 = larger(this.x1);
    this.y1 = larger(this.y1);
    const owner = new Int32Array(size);
    owner.set(this.owner);
    this.owner = owner;
    const kind = new Uint8Array(size);
    kind.set(this.kind);
    this.kind = kind;
  }
}

/** A number from -1 to 1 that looks random, and is the same each time for the same place and seed. */
export function jitter(x: number, y: number, seed: number): number {
  const noise = Math.sin(x * 12.9898 + y * 78.233 + seed) * 43758.5453;
  return 2 * (noise - Math.floor(noise) - 0.5);
}

/** Whether an edge runs along the frame of the map. */
export function isSeam(x0: number, y0: number, x1: number, y1: number): boolean {
  return (x0 === x1 && Math.abs(x0) === 180) || (y0 === y1 && Math.abs(y0) === 90);
}

/** A longitude within a tenth of a millimetre of ±180° is ±180°: no vertex may all but touch the frame of the map. */
export function snapToFrame(lng: number): number {
  return Math.abs(Math.abs(lng) - 180) < 1e-9 ? 180 * Math.sign(lng) : lng;
}
