/** Milliseconds on the system's monotonic clock, which all processes of a machine share. */
export const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6
