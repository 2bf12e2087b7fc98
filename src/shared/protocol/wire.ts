import * as v from 'valibot'
import { answerSchema } from './check'
import { eventBatchSchema } from './events'

/**
 * The messages of the WebSocket transport, one JSON text frame each. The token travels as a subprotocol, the only
 * header a page may set on a WebSocket, so that the server can refuse the handshake itself (RFC 6455 §4.2.2).
 */
export const WIRE_PATH = '/lab'
export const WIRE_PROTOCOL = 'handshake-lab.1'
export const tokenProtocol = (token: string): string => `token.${token}`

/** Largest message a page may send, bytes: a write's text at its longest, escaped, fits four times over. */
export const MAX_MESSAGE_BYTES = 2 * 1024 * 1024

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Page to server. `command` and `params` are validated by the dispatcher, which answers with a code. */
export const callMessageSchema = v.strictObject({
  kind: v.literal('call'),
  id,
  command: v.pipe(v.string(), v.maxLength(80)),
  params: v.unknown(),
})

/** Server to page. `hello` comes first, once: from there on no batch is missed. */
export const serverMessageSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('hello'), protocol: v.literal(1) }),
  v.strictObject({ kind: v.literal('reply'), id, answer: answerSchema }),
  v.strictObject({ kind: v.literal('batch'), batch: eventBatchSchema }),
])

export type CallMessage = v.InferOutput<typeof callMessageSchema>
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>

/** Parses and validates one text frame; null where it is not such a message. */
export function readMessage<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
