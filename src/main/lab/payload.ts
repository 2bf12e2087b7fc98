import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import { badPayload } from './failures'

/** The longest piece that goes to a socket in one call: a larger write is streamed, never built in memory. */
const PIECE_BYTES = 1024 * 1024

/** What a write of N bytes sends: letters, so that a preview can be read. Shared, because sockets only read it. */
export const FILLER: Buffer = Buffer.alloc(PIECE_BYTES, 'abcdefghijklmnopqrstuvwxyz')

export interface Payload {
  readonly bytes: number
  /** The bytes themselves; without it, filler. */
  readonly text?: Buffer
}

interface PayloadParams {
  readonly text?: string | undefined
  readonly bytes?: number | undefined
}

/** @returns null where neither text nor bytes is given; `bad-params` where both are */
export function toPayload({ text, bytes }: PayloadParams): Result<Payload | null, ErrorCode> {
  if (text !== undefined && bytes !== undefined) return badPayload()
  if (text !== undefined) {
    const encoded = Buffer.from(text)
    return ok({ bytes: encoded.length, text: encoded })
  }
  return ok(bytes === undefined ? null : { bytes })
}
