import type { TraceSegment } from '@shared/trace/schema'

type Options = TraceSegment['options']

/** 32-bit words of the header: five, and one for each option padded to a word (RFC 9293 §3.2, RFC 7323 §2.2). */
export function headerWords(options: Options): number {
  return 5 + (options?.mss === undefined ? 0 : 1) + (options?.windowScale === undefined ? 0 : 1)
}

/** The options in the names of their RFCs; empty where there are none. */
export function optionsText(options: Options): string {
  const parts: string[] = []
  if (options?.mss !== undefined) parts.push(`MSS ${options.mss}`)
  if (options?.windowScale !== undefined) parts.push(`WScale ${options.windowScale} (×${2 ** options.windowScale})`)
  return parts.join(' · ')
}
