import type { Seq } from '../seq'

/** A place in one direction's stream of numbers: the ISN is 0, and it counts on beyond 2^32. */
export type Position = number

/**
 * The position of a sequence number.
 *
 * @param near - a position known to be less than 2^31 away, such as the furthest one so far
 */
export const position = (isn: Seq, seq: Seq, near: Position): Position => near + ((seq - isn - near) | 0)
