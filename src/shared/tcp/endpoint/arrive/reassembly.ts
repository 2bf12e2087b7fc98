import { ge, gt, latest, le, lt, type Seq } from '../../seq'
import type { Range } from '../../types'

/** How many separate runs one endpoint keeps; a peer cannot make it hold more (invariant 10). */
const MOST_RANGES = 1024

/** Puts a run that came ahead of its turn in its place and joins it with its neighbours; null where no more fit. */
export function insert(ranges: readonly Range[], added: Range): readonly Range[] | null {
  let { start, end, fin } = added
  const before = ranges.filter((range) => lt(range.end, start))
  const after = ranges.filter((range) => gt(range.start, end))
  for (const range of ranges) {
    if (lt(range.end, start) || gt(range.start, end)) continue
    if (lt(range.start, start)) start = range.start
    end = latest(end, range.end)
    fin = fin || range.fin
  }
  const kept = [...before, { start, end, fin }, ...after]
  return kept.length > MOST_RANGES ? null : kept
}

/** What becomes in order once everything before `from` is there. */
export function drain(ranges: readonly Range[], from: Seq): { next: Seq; rest: readonly Range[]; fin: boolean } {
  let next = from
  let fin = false
  let used = 0
  for (const range of ranges) {
    if (gt(range.start, next)) break
    if (ge(range.end, next)) {
      next = range.end
      fin = range.fin
    }
    used += 1
  }
  return { next, rest: used === 0 ? ranges : ranges.slice(used).filter((range) => !le(range.end, next)), fin }
}
