/** LINKTYPE_ numbers of the registry at tcpdump.org/linktypes.html. */
const LINKTYPE = {
  null: 0,
  ethernet: 1,
  /** LINKTYPE_RAW, and the two numbers that some systems' own DLT_RAW got into files. */
  raw: [101, 12, 14],
  loop: 108,
  linuxCooked: 113,
  linuxCooked2: 276,
  ipv4: 228,
  ipv6: 229,
} as const

const ETHERTYPE = { ipv4: 0x0800, ipv6: 0x86dd } as const
/** IEEE 802.1Q, 802.1ad (QinQ), and the number that came before it: four bytes each, then another type. */
const VLAN_TAGS: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100])
/** AF_INET is 2 everywhere; AF_INET6 is 10 on Linux, 24 on NetBSD and OpenBSD, 28 on FreeBSD, 30 on Darwin. */
const ADDRESS_FAMILIES: ReadonlySet<number> = new Set([2, 10, 24, 28, 30])

/**
 * Where the IP header begins.
 *
 * - a number: its offset in bytes
 * - `other`: the frame carries something else, ARP for instance, or ends too early
 * - `unknown-link`: the link type is none that this program reads
 */
export type NetworkLayer = number | 'other' | 'unknown-link'

/** @param linkType - a LINKTYPE_ number; @param frame - the packet as captured, from its first byte */
export function networkLayer(linkType: number, frame: Uint8Array): NetworkLayer {
  switch (linkType) {
    case LINKTYPE.ethernet:
      return behindType(frame, 12)
    case LINKTYPE.linuxCooked:
      return behindType(frame, 14)
    case LINKTYPE.linuxCooked2:
      return carriesIp(uint16(frame, 0)) ? within(frame, 20) : 'other'
    case LINKTYPE.null:
    case LINKTYPE.loop:
      // In the byte order of whoever captured (NULL) or of the network (LOOP): a family fits into one byte.
      return familyFits(frame) ? within(frame, 4) : 'other'
    case LINKTYPE.ipv4:
    case LINKTYPE.ipv6:
      return within(frame, 0)
    default:
      return (LINKTYPE.raw as readonly number[]).includes(linkType) ? within(frame, 0) : 'unknown-link'
  }
}

/** @param at - where an EtherType stands; tags of virtual LANs are stepped over */
function behindType(frame: Uint8Array, at: number): NetworkLayer {
  let next = at
  while (VLAN_TAGS.has(uint16(frame, next))) next += 4
  return carriesIp(uint16(frame, next)) ? within(frame, next + 2) : 'other'
}

const carriesIp = (type: number): boolean => type === ETHERTYPE.ipv4 || type === ETHERTYPE.ipv6
const within = (frame: Uint8Array, at: number): NetworkLayer => (at < frame.length ? at : 'other')
/** 0 beyond the end. */
const uint16 = (frame: Uint8Array, at: number): number => ((frame[at] ?? 0) << 8) | (frame[at + 1] ?? 0)

function familyFits(frame: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = frame
  return b === 0 && c === 0 && ((a === 0 && ADDRESS_FAMILIES.has(d)) || (d === 0 && ADDRESS_FAMILIES.has(a)))
}
