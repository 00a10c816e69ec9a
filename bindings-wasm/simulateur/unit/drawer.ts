/** The same numbers every time: a failure can be looked at again. */
export type Draw = <T>(items: readonly T[]) => T;

export function drawer(seed: number): Draw {
  let state = seed;
  return <T>(items: readonly T[]): T => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) >>> 0;
    return items[(state >>> 8) % items.length] as T;
  };
}
