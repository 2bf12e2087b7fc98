import { PROTOCOL_TCP } from '../ip'
import { decodePacket, type DecodedPacket } from '../packet'
import type { CapturedPacket } from './format'
import { networkLayer } from './link'

/** Why a captured packet holds no segment that can be read. */
export type PassedOver = 'unknown-link' | 'not-ip' | 'not-tcp' | 'fragment' | 'malformed'

/**
 * The segment in a captured packet. Fragments of a datagram are not put together: the first one is read as what it is,
 * those after it hold no TCP header.
 */
export function segmentIn({ linkType, bytes, originalLength }: CapturedPacket): DecodedPacket | PassedOver {
  const at = networkLayer(linkType, bytes)
  if (at === 'unknown-link') return at
  if (at === 'other') return 'not-ip'
  const decoded = decodePacket(bytes.subarray(at), originalLength - at)
  if (decoded.kind === 'tcp') return decoded.packet
  if (decoded.kind === 'malformed') return 'malformed'
  return decoded.protocol === PROTOCOL_TCP ? 'fragment' : 'not-tcp'
}
