export interface Range {
  readonly min: number
  readonly max: number
}

/** How many closes are made, and how long the server waits with its end, milliseconds: what the lab takes. */
export const RUNS: Range = { min: 1, max: 200 }
export const DELAY: Range = { min: 0, max: 1000 }
/** How long the server's program is frozen, milliseconds. */
export const FREEZE: Range = { min: 50, max: 5000 }

/** Whether what stands in a number field is a whole number of the range; an empty field holds a string. */
export const isWithin = (value: unknown, { min, max }: Range): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
