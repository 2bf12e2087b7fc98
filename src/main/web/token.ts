import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key for one run, 192 bits, in characters that a URL and a WebSocket subprotocol both allow. */
export const createToken = (): string => randomBytes(24).toString('base64url')

/** Compares in a time that tells nothing about where two keys differ. */
export function sameToken(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
