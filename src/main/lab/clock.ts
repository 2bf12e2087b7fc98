const origin = process.hrtime.bigint()

/** The origin of `now()` on the system's monotonic clock, nanoseconds: the same clock in every thread of a process. */
export const clockOrigin: bigint = origin

/** Monotonic milliseconds since this module was loaded; never jumps with the wall clock. */
export const now = (): number => Number(process.hrtime.bigint() - origin) / 1e6

/** Rounds milliseconds to microseconds, the resolution a trace keeps. */
export const toMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000
