import * as v from 'valibot'
import { SIDES, TCP_STATES, TRACE_EVENT_NAMES } from '../trace/names'
import { addressSchema, eventDetailSchema } from '../trace/schema'

/** What the parent tells an end, and what the end tells the parent: the control frames (frames.ts), validated on both sides. */

/** Both sides say it first; another number means that the program at the end is not of this build. */
export const WIRE_VERSION = 1

const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Milliseconds on the system's monotonic clock. */
const instant = v.pipe(v.number(), v.finite())
/** Names one socket of an end: chosen by the parent for one that connects, by the end for one that it accepts. */
const socket = v.pipe(v.number(), v.safeInteger())
const addresses = v.strictObject({ own: v.string(), peer: v.string() })
const sides = { allowHalfOpen: v.boolean(), noDelay: v.boolean() }

export const ACTS = ['write', 'end', 'destroy', 'resetAndDestroy', 'pause', 'resume'] as const
export type Act = (typeof ACTS)[number]

export const toEndSchema = v.variant('kind', [
  /** First of all: makes the card, gives it its addresses, answers `ready` or `failed`. */
  v.strictObject({
    kind: v.literal('setup'),
    version: v.literal(WIRE_VERSION),
    side: v.picklist(SIDES),
    ipv4: addresses,
    ipv6: addresses,
  }),
  v.strictObject({ kind: v.literal('listen'), host: v.string(), port, allowHalfOpen: v.boolean() }),
  v.strictObject({ kind: v.literal('unlisten') }),
  /** How the sockets that are accepted from now on are set. */
  v.strictObject({ kind: v.literal('accept'), ...sides }),
  v.strictObject({ kind: v.literal('connect'), socket, host: v.string(), port, localPort: v.optional(port), ...sides }),
  v.strictObject({
    kind: v.literal('act'),
    socket,
    act: v.picklist(ACTS),
    text: v.optional(v.string()),
    bytes: v.optional(count),
    detail: v.optional(eventDetailSchema),
  }),
  /** Starts a program of the reader's in this end's network. */
  v.strictObject({ kind: v.literal('run'), command: v.string(), cwd: v.string() }),
  v.strictObject({ kind: v.literal('kill') }),
  v.strictObject({ kind: v.literal('ping'), number: count }),
])

/** One row of the kernel's socket table. */
export const kernelSocketSchema = v.object({
  local: addressSchema,
  remote: addressSchema,
  state: v.picklist(TCP_STATES),
  /** Bytes not acknowledged yet, and bytes that the program has not read. */
  sendQueue: count,
  receiveQueue: count,
  /** The timer that runs, and how many milliseconds it still takes (10 ms steps). */
  timer: v.nullable(
    v.object({ kind: v.picklist(['retransmission', 'keep-alive', 'time-wait', 'probe']), left: count }),
  ),
  /** How often the first segment in the queue has been sent again. */
  retransmits: count,
})

export const fromEndSchema = v.variant('kind', [
  v.object({ kind: v.literal('ready'), version: v.literal(WIRE_VERSION) }),
  /** The end can't be used. */
  v.object({ kind: v.literal('failed'), step: v.picklist(['koffi', 'card', 'address']), message: v.string() }),
  v.object({ kind: v.literal('listening'), address: addressSchema }),
  v.object({ kind: v.literal('not-listening'), code: v.string(), message: v.string() }),
  /** The system has chosen the addresses of a socket. */
  v.object({
    kind: v.literal('addresses'),
    socket,
    accepted: v.boolean(),
    local: addressSchema,
    remote: addressSchema,
  }),
  /** A call or an event of a socket, or of the listening server where `socket` is null. */
  v.object({
    kind: v.literal('event'),
    socket: v.nullable(socket),
    at: instant,
    name: v.picklist(TRACE_EVENT_NAMES),
    target: v.picklist(['server', 'socket']),
    detail: v.optional(eventDetailSchema),
    bytesWritten: count,
    bytesRead: count,
    previewDropped: count,
    writable: v.boolean(),
  }),
  /** The socket table changed: it was read between `from` and `to`; the look before, which showed the former one, began at `before`. */
  v.object({
    kind: v.literal('kernel'),
    before: instant,
    from: instant,
    to: instant,
    sockets: v.array(kernelSocketSchema),
  }),
  v.object({ kind: v.literal('started') }),
  v.object({ kind: v.literal('exited'), code: v.nullable(v.number()), signal: v.nullable(v.string()) }),
  /** The program of `run` printed more than is passed on; so many bytes were left out. */
  v.object({ kind: v.literal('silenced'), bytes: count }),
  v.object({ kind: v.literal('pong'), number: count }),
])

export type ToEnd = v.InferOutput<typeof toEndSchema>
export type FromEnd = v.InferOutput<typeof fromEndSchema>
export type KernelSocket = v.InferOutput<typeof kernelSocketSchema>
