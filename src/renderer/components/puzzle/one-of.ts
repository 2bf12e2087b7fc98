/** One of these runs to show: the one that is shown already, else the first. */
export const oneOf = (runs: readonly number[], shown: number): number =>
  runs.includes(shown) ? shown : (runs[0] ?? shown)
