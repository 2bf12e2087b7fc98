/** A small strict reader of what this project writes: it throws on anything the format forbids. */
export interface ReadPacket {
  /** Nanoseconds since 1970. */
  readonly time: bigint
  readonly bytes: Uint8Array
  readonly originalLength: number
  readonly comment: string
}

export interface ReadCapture {
  readonly linkType: number
  readonly timeResolution: number
  readonly packets: readonly ReadPacket[]
}

const check = (fact: boolean, complaint: string): void => {
  if (!fact) throw new Error(complaint)
}

function optionsOf(view: DataView, from: number, to: number): Map<number, Uint8Array> {
  const options = new Map<number, Uint8Array>()
  for (let at = from; at < to;) {
    const code = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (code === 0) {
      check(at + 4 === to, 'something follows the end of the options')
      return options
    }
    options.set(code, new Uint8Array(view.buffer, view.byteOffset + at + 4, length))
    at += 4 + Math.ceil(length / 4) * 4
  }
  throw new Error('options without an end')
}

export function readPcapng(file: Uint8Array): ReadCapture {
  const view = new DataView(file.buffer, file.byteOffset, file.length)
  check(view.getUint32(0, true) === 0x0a0d0d0a, 'no section header')
  check(view.getUint32(8, true) === 0x1a2b3c4d, 'wrong byte order magic')
  let linkType = -1
  let timeResolution = 6
  const packets: ReadPacket[] = []
  for (let at = 0; at < file.length;) {
    const type = view.getUint32(at, true)
    const length = view.getUint32(at + 4, true)
    check(length % 4 === 0 && length >= 12 && at + length <= file.length, 'wrong block length')
    check(view.getUint32(at + length - 4, true) === length, 'the two lengths of a block differ')
    const end = at + length - 4
    if (type === 1) {
      linkType = view.getUint16(at + 8, true)
      timeResolution = optionsOf(view, at + 16, end).get(9)?.[0] ?? 6
    }
    if (type === 6) {
      const captured = view.getUint32(at + 20, true)
      const options = optionsOf(view, at + 28 + Math.ceil(captured / 4) * 4, end)
      packets.push({
        time: (BigInt(view.getUint32(at + 12, true)) << 32n) | BigInt(view.getUint32(at + 16, true)),
        bytes: file.slice(at + 28, at + 28 + captured),
        originalLength: view.getUint32(at + 24, true),
        comment: new TextDecoder().decode(options.get(1)),
      })
    }
    at += length
  }
  return { linkType, timeResolution, packets }
}
