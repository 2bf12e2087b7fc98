import type { KernelSocket } from '@shared/wire/messages'
import type { TcpState } from '@shared/trace/names'

/** Linux's socket table as text: Documentation/networking/proc_net_tcp.rst, written by `get_tcp4_sock` and its like. */

/** <net/tcp_states.h>; TCP_NEW_SYN_RECV is shown as SYN_RECV. */
const STATES: readonly (TcpState | undefined)[] = [
  undefined,
  'ESTABLISHED',
  'SYN-SENT',
  'SYN-RECEIVED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'TIME-WAIT',
  'CLOSED',
  'CLOSE-WAIT',
  'LAST-ACK',
  'LISTEN',
  'CLOSING',
]

/** Column `tr`: which timer column `tm->when` is about. */
const TIMERS = [null, 'retransmission', 'keep-alive', 'time-wait', 'probe'] as const

/** `tm->when` is in USER_HZ, which is 100 on every architecture that Node runs on. */
const TICK = 10

const hex = (text: string | undefined): number => Number.parseInt(text ?? '', 16)

/** Each 32-bit word is printed as the machine holds it; all machines that Node runs on are little-endian here. */
function address(words: string): string {
  const bytes: number[] = []
  for (let at = 0; at < words.length; at += 8)
    for (let byte = 3; byte >= 0; byte -= 1) bytes.push(hex(words.slice(at + 2 * byte, at + 2 * byte + 2)))
  if (bytes.length === 4) return bytes.join('.')
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff
  if (mapped) return bytes.slice(12).join('.')
  return compressed(Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)))
}

/** RFC 5952 §4: the longest run of two or more zero groups becomes `::`. */
function compressed(groups: readonly number[]): string {
  let [from, length] = [-1, 1]
  for (let start = 0; start < 8; start += 1) {
    let end = start
    while (end < 8 && groups[end] === 0) end += 1
    if (end - start > length) [from, length] = [start, end - start]
  }
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':')
  return from < 0 ? text(groups) : `${text(groups.slice(0, from))}::${text(groups.slice(from + length))}`
}

function endpoint(text: string | undefined): KernelSocket['local'] {
  const [words = '', port] = (text ?? '').split(':')
  return { address: address(words), port: hex(port) }
}

function row(line: string): KernelSocket | null {
  const fields = line.trim().split(/\s+/)
  const state = STATES[hex(fields[3])]
  if (fields.length < 8 || state === undefined) return null
  const [sendQueue, receiveQueue] = (fields[4] ?? '').split(':')
  const [kind, left] = (fields[5] ?? '').split(':')
  const timer = TIMERS[hex(kind)] ?? null
  return {
    local: endpoint(fields[1]),
    remote: endpoint(fields[2]),
    state,
    sendQueue: hex(sendQueue),
    receiveQueue: hex(receiveQueue),
    timer: timer === null ? null : { kind: timer, left: hex(left) * TICK },
    retransmits: hex(fields[6]),
  }
}

/** The rows of /proc/net/tcp or /proc/net/tcp6; lines that are none are left out. */
export const parseProcNetTcp = (text: string): readonly KernelSocket[] =>
  text
    .split('\n')
    .slice(1)
    .map(row)
    .filter((socket) => socket !== null)
