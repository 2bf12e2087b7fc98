import ipaddr from 'ipaddr.js'
import type { Address } from '../trace/schema'

/** What stands in for an end whose address the trace does not know. */
const LOOPBACK = { 4: '127.0.0.1', 6: '::1' } as const
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

export type IpVersion = 4 | 6

function ipv4(text: string): Uint8Array | null {
  const parts = text.split('.').map(Number)
  const valid = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)
  return valid ? Uint8Array.from(parts) : null
}

const groups = (text: string): readonly number[] =>
  text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))

/** RFC 4291 §2.2: hexadecimal groups, `::` once, a zone after `%` left out. */
function ipv6(text: string): Uint8Array | null {
  const [head = '', tail, ...more] = (text.split('%')[0] ?? '').split('::')
  const [left, right] = [groups(head), tail === undefined ? [] : groups(tail)]
  const missing = 8 - left.length - right.length
  if (more.length > 0 || missing < 0 || (tail === undefined && missing > 0)) return null
  const words = [...left, ...new Array<number>(missing).fill(0), ...right]
  if (words.some((word) => !(word >= 0 && word <= 0xffff))) return null
  return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 255]))
}

/** Version 6 as soon as one end has such an address; IPv4 written as IPv6 counts as IPv4. */
export function versionOf(ends: readonly (Address | null)[]): IpVersion {
  const isV6 = (end: Address | null): boolean => end !== null && end.address.includes(':') && !MAPPED.test(end.address)
  return ends.some(isV6) ? 6 : 4
}

/** An address in network order: 4 or 16 bytes. One that cannot be read is written as loopback. */
export function addressBytes(end: Address | null, version: IpVersion): Uint8Array {
  const text = end?.address ?? LOOPBACK[version]
  const v4 = ipv4(MAPPED.exec(text)?.[1] ?? text)
  if (version === 4) return v4 ?? Uint8Array.of(127, 0, 0, 1)
  if (v4 !== null) return Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...v4)
  return ipv6(text) ?? addressBytes(null, 6)
}

/** An address in network order as people write it: RFC 5952 for IPv6. IPv4 in IPv6 is written as IPv4. */
export function addressText(bytes: Uint8Array): string {
  const address = ipaddr.fromByteArray([...bytes])
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()
    ? address.toIPv4Address().toString()
    : address instanceof ipaddr.IPv6
      ? address.toRFC5952String()
      : address.toString()
}
