import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32 } from 'node:zlib'

/** Enough that its progress shows. */
const PADDING = Buffer.alloc(3_000_000, 'padding ')
const EXECUTABLE = 0o100755

export interface Mirror {
  /** For ELECTRON_MIRROR. */
  readonly url: string
  readonly sha256: string
  readonly size: number
  /** How often the archive was asked for. */
  readonly asked: number
  /** Sends the archive up to this share of it, as soon as somebody asks. */
  send(share: number): void
  close(): void
}

/** Serves an archive with one program in it, as Electron's download server does, as slowly as the test wants. */
export async function startMirror(program: string): Promise<Mirror> {
  const archive = zip({ electron: Buffer.from(program), 'package.json': Buffer.from('{}'), padding: PADDING })
  let asked = 0
  let allowed = 0
  let sent = 0
  let response: ServerResponse | null = null
  const flush = (): void => {
    if (!response || allowed <= sent) return
    response.write(archive.subarray(sent, allowed))
    sent = allowed
    if (sent === archive.length) response.end()
  }
  const server = createServer((_request, answer) => {
    asked += 1
    answer.writeHead(200, { 'Content-Length': archive.length })
    answer.flushHeaders()
    response = answer
    sent = 0
    flush()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sha256: createHash('sha256').update(archive).digest('hex'),
    size: archive.length,
    get asked() {
      return asked
    },
    send(share) {
      allowed = Math.round(archive.length * share)
      flush()
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** An archive of stored files, every one of them executable (APPNOTE.TXT 6.3.3, §4.3.7, §4.3.12 and §4.3.16). */
function zip(files: Readonly<Record<string, Buffer>>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [path, data] of Object.entries(files)) {
    const name = Buffer.from(path)
    // Version, flags, method 0 (stored), time, date, CRC, both sizes, lengths of the name and of the extra field.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    // Comment length, disk, internal and external attributes (the mode, as Unix made it), place of the local header.
    const where = Buffer.alloc(14)
    where.writeUInt32LE(EXECUTABLE * 0x10000, 6)
    where.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data])
    locals.push(local)
    const madeByUnix = Buffer.from([20, 3])
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeByUnix, common, where, name]))
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
