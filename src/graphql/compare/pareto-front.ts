export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Directions {
  readonly x: 'higher' | 'lower';
  readonly y: 'higher' | 'lower';
}

/**
 * The points that no other point is better than on one axis and no worse on the other. Equal points stand on
 * the front together.
 */
export function paretoFront<P extends Point>(
  points: readonly P[],
  { x, y }: Directions,
): ReadonlySet<P> {
  const [signX, signY] = [x === 'higher' ? 1 : -1, y === 'higher' ? 1 : -1];
  const sorted = [...points].sort((a, b) => signX * (b.x - a.x) || signY * (b.y - a.y));
  const front = new Set<P>();
  let last: P | null = null;
  for (const point of sorted) {
    const equal = last && point.x === last.x && point.y === last.y;
    if (last && !equal && signY * (point.y - last.y) <= 0) continue;
    front.add(point);
    last = point;
  }
  return front;
}
