/** What every reader of a capture file hands over, and how it says that it can go no further. */

/** One packet of a capture file, as the file holds it. */
export interface CapturedPacket {
  /** Milliseconds since the time of the file's first packet; less than 0 for one that is older though it stands later. */
  readonly t: number
  /** What the first byte begins: a LINKTYPE_ number of the registry at tcpdump.org/linktypes.html. */
  readonly linkType: number
  /** The bytes that were kept: a view into the reader's buffer, to be copied by whoever keeps it beyond the call. */
  readonly bytes: Uint8Array
  /** Length on the wire in bytes: more than `bytes.length` where the capture cut the packet at its snap length. */
  readonly originalLength: number
  /** Where in the file the packet's first byte stands. */
  readonly offset: number
  /** Number of the interface it was seen on, from 0, counted over all sections of the file. */
  readonly network: number
  readonly comment: string | null
}

export type OnPacket = (packet: CapturedPacket) => void

/**
 * - `capture-empty`: the file has no byte.
 * - `capture-not-one`: it begins like no capture file.
 * - `capture-version`: a version of the format that does not exist yet.
 * - `capture-damaged`: a length or a number that no writer writes.
 * - `capture-cut-off`: the file ends in the middle of a record.
 */
export type CaptureFaultCode =
  'capture-empty' | 'capture-not-one' | 'capture-version' | 'capture-damaged' | 'capture-cut-off'

/** Why reading ended. Every packet before `offset`, a byte of the file, was handed over. */
export interface CaptureFault {
  readonly code: CaptureFaultCode
  readonly offset: number
}

/** Reads one kind of capture file, piece by piece. */
export interface Format {
  /**
   * Reads the whole records that `bytes` holds.
   *
   * @param bytes - the file from `offset` on, as far as it is there
   * @returns how many bytes were read; with a fault, reading ends there
   */
  read(bytes: Uint8Array, offset: number): Progress

  /** Milliseconds since 1970 of the first packet, at which `t` is 0; null before there is one. */
  readonly origin: number | null
}

export interface Progress {
  readonly read: number
  readonly fault: CaptureFaultCode | null
}

/** No interface has packets this long: a record that claims more is damaged. libpcap's own limit is 256 KiB. */
export const LARGEST_PACKET = 16 * 1024 * 1024
