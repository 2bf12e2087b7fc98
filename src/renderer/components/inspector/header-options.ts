import type { TraceSegment } from '@shared/trace/schema'

type Options = TraceSegment['options']

const inWords = (bytes: number): number => Math.ceil(bytes / 4)

/**
 * 32-bit words of the header: five, and those of the options. A SYN carries its options in one row (Linux fills the gaps
 * that way); later on each begins on a word of its own (RFC 7323, appendix A).
 */
export function headerWords(options: Options): number {
  if (options === undefined) return 5
  const { mss, windowScale, sackPermitted, timestamps, sack } = options
  const offered = (mss === undefined ? 0 : 4) + (windowScale === undefined ? 0 : 3) + (sackPermitted === true ? 2 : 0)
  const stamps = timestamps === undefined ? 0 : 10
  const blocks = sack === undefined ? 0 : 2 + 8 * sack.length
  return 5 + (offered > 0 ? inWords(offered + stamps + blocks) : inWords(stamps) + inWords(blocks))
}

/** The options in the names of their RFCs; empty where there are none. */
export function optionsText(options: Options): string {
  const { mss, windowScale, sackPermitted, timestamps, sack, unknown } = options ?? {}
  const parts: string[] = []
  if (mss !== undefined) parts.push(`MSS ${mss}`)
  if (windowScale !== undefined) parts.push(`WScale ${windowScale} (×${2 ** windowScale})`)
  if (sackPermitted === true) parts.push('SACK permitted')
  if (timestamps !== undefined) parts.push(`TSval ${timestamps.value} TSecr ${timestamps.echo}`)
  if (sack !== undefined) parts.push(`SACK ${sack.map(([left, right]) => `${left}–${right}`).join(' ')}`)
  for (const kind of unknown ?? []) parts.push(`kind ${kind}`)
  return parts.join(' · ')
}
