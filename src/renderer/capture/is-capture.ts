import { isPcap } from '@shared/capture/read/pcap'
import { isPcapng } from '@shared/capture/read/pcapng'

/** RFC 1952 §2.3.1: how a gzip file begins; only captures are opened zipped. */
const GZIP = 0x1f8b

/** Whether a file begins like a capture, whatever its name. A file that can't be read is none. */
export async function isCapture(file: File): Promise<boolean> {
  const head = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  if (head.byteLength < 4) return false
  const magic = new DataView(head).getUint32(0)
  return isPcap(magic) || isPcapng(magic) || magic >>> 16 === GZIP
}
