import { describe, expect, it } from 'vitest'
import { networkLayer } from '@shared/capture/read/link'

const IP = [0x45, 0, 0, 20]
const MACS = new Array<number>(12).fill(7)
const frame = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes)

describe('networkLayer', () => {
  it.each([
    ['Ethernet', 1, frame(...MACS, 0x08, 0x00, ...IP), 14],
    ['Ethernet with IPv6', 1, frame(...MACS, 0x86, 0xdd, 0x60), 14],
    ['a VLAN tag', 1, frame(...MACS, 0x81, 0x00, 0, 5, 0x08, 0x00, ...IP), 18],
    ['QinQ', 1, frame(...MACS, 0x88, 0xa8, 0, 5, 0x81, 0x00, 0, 6, 0x08, 0x00, ...IP), 22],
    ['raw IP', 101, frame(...IP), 0],
    ['raw IP by a system’s own number', 12, frame(...IP), 0],
    ['raw IPv4', 228, frame(...IP), 0],
    ['raw IPv6', 229, frame(0x60), 0],
    ['BSD null, little-endian', 0, frame(2, 0, 0, 0, ...IP), 4],
    ['BSD null, big-endian', 0, frame(0, 0, 0, 2, ...IP), 4],
    ['BSD null with Darwin’s IPv6', 0, frame(30, 0, 0, 0, 0x60), 4],
    ['BSD loopback', 108, frame(0, 0, 0, 24, 0x60), 4],
    ['Linux cooked', 113, frame(...new Array<number>(14).fill(0), 0x08, 0x00, ...IP), 16],
    ['Linux cooked v2', 276, frame(0x08, 0x00, ...new Array<number>(18).fill(0), ...IP), 20],
  ])('finds the IP header behind %s', (_, linkType, bytes, offset) => {
    expect(networkLayer(linkType, bytes)).toBe(offset)
  })

  it.each([
    ['ARP', 1, frame(...MACS, 0x08, 0x06, 0, 1)],
    ['a frame that ends in its tags', 1, frame(...MACS, 0x81, 0x00)],
    ['a frame that ends before its IP header', 1, frame(...MACS, 0x08, 0x00)],
    ['another address family', 0, frame(7, 0, 0, 0, ...IP)],
    ['no byte at all', 101, frame()],
  ])('finds none in %s', (_, linkType, bytes) => {
    expect(networkLayer(linkType, bytes)).toBe('other')
  })

  it('names a link type that it cannot read', () => {
    expect(networkLayer(105, frame(1, 2, 3))).toBe('unknown-link')
  })
})
