import { createRequire } from 'node:module'
import type * as Koffi from 'koffi'
import { closeSync, constants, openSync, writeSync } from 'node:fs'

/**
 * A network card that is a file: Linux's TUN device (Documentation/networking/tuntap.rst). Each packet that the kernel
 * sends is read from it, each packet written to it arrives. The only module here that needs koffi (FFI), and Linux.
 */

/** Why the card could not be had, by the step that failed. */
export class CardError extends Error {
  constructor(
    readonly step: 'koffi' | 'card' | 'address',
    message: string,
  ) {
    super(message)
  }
}

export interface CardAddresses {
  readonly ipv4: string
  readonly ipv6: string
}

/** Numbers of <linux/if_tun.h>, <linux/sockios.h>, <net/if.h> and <poll.h>; the same on x64 and arm64. */
const TUNSETIFF = 0x4004_54ca
const IFF_TUN_NO_PI = 0x1001
const SIOCSIFFLAGS = 0x8914
const SIOCSIFADDR = 0x8916
const SIOCSIFNETMASK = 0x891c
const SIOCGIFINDEX = 0x8933
const IFF_UP_RUNNING = 0x41
const AF_INET = 2
const AF_INET6 = 10
const SOCK_DGRAM = 2
const POLLIN = 1
/** <linux/netlink.h> and <linux/rtnetlink.h>: the one setting that `ioctl` keeps for the machine's own root. */
const AF_NETLINK = 16
const SOCK_RAW = 3
const RTM_NEWLINK = 16
const NLM_F_REQUEST_ACK = 5
const IFLA_TXQLEN = 13

const IFREQ = 40
const NAME = 'wire0'
/** Packets that wait for us before the card drops any: more than a sender ever has in flight here. */
const QUEUE = 10_000
/** How long one wait for a packet lasts at most, milliseconds: the process can't end before it is over. */
const WAIT = 200

interface Libc {
  readonly ioctl: (fd: number, request: number, arg: Buffer) => number
  readonly socket: (family: number, type: number, protocol: number) => number
  readonly read: (fd: number, into: Buffer, length: number) => number
  readonly poll: {
    async: (fds: Buffer, count: number, timeout: number, done: (error: unknown, n: number) => void) => void
  }
  readonly getsockopt: (fd: number, level: number, name: number, value: Buffer, length: Buffer) => number
  readonly errno: () => number
}

/** The few functions of the C library that Node lacks. @throws CardError where koffi has no binary for this machine */
export function loadLibc(): Libc {
  try {
    const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi
    const lib = koffi.load(null)
    return {
      ioctl: lib.func('int ioctl(int fd, unsigned long request, void *arg)') as unknown as Libc['ioctl'],
      socket: lib.func('int socket(int family, int type, int protocol)') as unknown as Libc['socket'],
      read: lib.func('long read(int fd, void *into, size_t length)') as unknown as Libc['read'],
      poll: lib.func('int poll(void *fds, unsigned long count, int timeout)') as unknown as Libc['poll'],
      getsockopt: lib.func(
        'int getsockopt(int fd, int level, int name, void *value, void *length)',
      ) as unknown as Libc['getsockopt'],
      errno: () => koffi.errno(),
    }
  } catch (cause) {
    throw new CardError('koffi', cause instanceof Error ? cause.message : String(cause))
  }
}

export class Card {
  readonly #poll = Buffer.alloc(8)
  readonly #buffer = Buffer.alloc(65_536)
  #closed = false

  private constructor(
    private readonly libc: Libc,
    private readonly fd: number,
  ) {
    this.#poll.writeInt32LE(fd, 0)
    this.#poll.writeInt16LE(POLLIN, 4)
  }

  /** Makes the card in this process's own network, with its addresses, and switches it on. @throws CardError */
  static open(addresses: CardAddresses): Card {
    const libc = loadLibc()
    let fd: number
    try {
      fd = openSync('/dev/net/tun', constants.O_RDWR | constants.O_NONBLOCK)
    } catch (cause) {
      throw new CardError('card', cause instanceof Error ? cause.message : String(cause))
    }
    const request = named(NAME)
    request.writeInt16LE(IFF_TUN_NO_PI, 16)
    if (libc.ioctl(fd, TUNSETIFF, request) < 0) throw new CardError('card', `TUNSETIFF failed (errno ${libc.errno()})`)
    configure(libc, addresses)
    return new Card(libc, fd)
  }

  /** Hears packets from now on, in batches; each packet's bytes are only good until the listener returns. */
  listen(onPacket: (packet: Buffer) => void, onBatchEnd: () => void): void {
    const again = (): void => {
      if (this.#closed) return
      this.libc.poll.async(this.#poll, 1, WAIT, (_error, ready) => {
        if (this.#closed) return
        if (ready > 0) {
          this.#drain(onPacket)
          onBatchEnd()
        }
        again()
      })
    }
    again()
  }

  write(packet: Uint8Array): void {
    if (!this.#closed) writeSync(this.fd, packet)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    closeSync(this.fd)
  }

  /** At most so many at once, so that what came from the parent has its turn. */
  #drain(onPacket: (packet: Buffer) => void): void {
    for (let packets = 0; packets < 128; packets += 1) {
      const length = this.libc.read(this.fd, this.#buffer, this.#buffer.length)
      if (length <= 0) return
      onPacket(this.#buffer.subarray(0, length))
    }
  }
}

/** An `ifreq` (netdevice(7)) for the interface of this name. */
function named(name: string): Buffer {
  const request = Buffer.alloc(IFREQ)
  request.write(name, 'latin1')
  return request
}

function configure(libc: Libc, { ipv4, ipv6 }: CardAddresses): void {
  const four = libc.socket(AF_INET, SOCK_DGRAM, 0)
  const six = libc.socket(AF_INET6, SOCK_DGRAM, 0)
  const set = (fd: number, request: number, arg: Buffer, what: string): void => {
    if (libc.ioctl(fd, request, arg) < 0) throw new CardError('address', `${what} failed (errno ${libc.errno()})`)
  }
  try {
    const inet = (address: string): Buffer => {
      const request = named(NAME)
      request.writeUInt16LE(AF_INET, 16)
      address.split('.').forEach((part, i) => request.writeUInt8(Number(part), 20 + i))
      return request
    }
    const up = (name: string): Buffer => {
      const request = named(name)
      request.writeUInt16LE(IFF_UP_RUNNING, 16)
      return request
    }
    set(four, SIOCSIFADDR, inet(ipv4), 'SIOCSIFADDR')
    set(four, SIOCSIFNETMASK, inet('255.255.255.252'), 'SIOCSIFNETMASK')
    const index = named(NAME)
    set(four, SIOCGIFINDEX, index, 'SIOCGIFINDEX')
    setQueue(libc, index.readInt32LE(16))
    set(four, SIOCSIFFLAGS, up(NAME), 'SIOCSIFFLAGS')
    set(four, SIOCSIFFLAGS, up('lo'), 'SIOCSIFFLAGS')
    // A machine without IPv6 still has a wire for IPv4.
    if (six >= 0) {
      const request = Buffer.alloc(24)
      sixBytes(ipv6).copy(request)
      request.writeUInt32LE(64, 16)
      request.writeInt32LE(index.readInt32LE(16), 20)
      set(six, SIOCSIFADDR, request, 'SIOCSIFADDR (IPv6)')
    }
  } finally {
    for (const fd of [four, six]) if (fd >= 0) closeSync(fd)
  }
}

/** Makes the card's queue longer. A kernel that refuses keeps its own length, and drops packets of a long transfer earlier. */
function setQueue(libc: Libc, index: number): void {
  const fd = libc.socket(AF_NETLINK, SOCK_RAW, 0)
  if (fd < 0) return
  try {
    const request = Buffer.alloc(40)
    request.writeUInt32LE(request.length, 0)
    request.writeUInt16LE(RTM_NEWLINK, 4)
    request.writeUInt16LE(NLM_F_REQUEST_ACK, 6)
    request.writeInt32LE(index, 20)
    request.writeUInt16LE(8, 32)
    request.writeUInt16LE(IFLA_TXQLEN, 34)
    request.writeUInt32LE(QUEUE, 36)
    writeSync(fd, request)
    libc.read(fd, Buffer.alloc(256), 256)
  } finally {
    closeSync(fd)
  }
}

/** An IPv6 address with one `::`, in network order. */
function sixBytes(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::')
  const words = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16))
  const bytes = Buffer.alloc(16)
  words(head).forEach((word, i) => bytes.writeUInt16BE(word, 2 * i))
  const last = words(tail)
  last.forEach((word, i) => bytes.writeUInt16BE(word, 16 - 2 * (last.length - i)))
  return bytes
}
