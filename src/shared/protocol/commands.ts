import * as v from 'valibot'
import { SIDES } from '../trace/names'
import { addressSchema } from '../trace/schema'
import { scenarioSchema } from '../scenario/schema'
import { closeSampleSchema, closesToSampleSchema, freezeSchema, frozenSchema } from './experiments'
import { forgedSchema, SEGMENT_ACTIONS, wireModeSchema, wireStateSchema } from '../wire/state'
import { consoleLineSchema, ownClientSchema, visitSchema } from './own-client'
import { connectionRecordSchema } from './record'

export { connectionRecordSchema, endsSchema, phaseSchema } from './record'
export type { ConnectionPhase, ConnectionRecord, Ends } from './record'

/**
 * Every command the renderer may send to the lab: its name, what it takes, what it answers. Both sides validate both
 * directions at run time (invariant 9); the types are read off the validators, so they cannot drift apart.
 */

/** 1 GiB: the largest write one command may ask for. */
export const MAX_WRITE_BYTES = 1_073_741_824
/** Longest file that one command may carry, in UTF-16 units. */
const MAX_FILE = 100 * 1024 * 1024
/** Longest text one command may carry, in UTF-16 units. */
export const MAX_TEXT = 65_536

const nothing = v.strictObject({})
const side = v.picklist(SIDES)
/** Which connection a command is for; without it, the newest one. */
const target = { connection: v.optional(v.string()), side }
const payload = {
  text: v.optional(v.pipe(v.string(), v.maxLength(MAX_TEXT))),
  bytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_WRITE_BYTES))),
}

/** What a connection goes over: this computer's loopback, or a wire between two networks of the lab's own. */
const over = v.optional(v.picklist(['loopback', 'wire']), 'loopback')
const wireId = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Where the server listens, or why it does not. */
export const listenerSchema = v.nullable(
  v.object({ ...addressSchema.entries, allowHalfOpen: v.boolean(), connections: v.number() }),
)

export const playerSchema = v.nullable(
  v.object({
    scenario: v.string(),
    /** 0-based step that is waiting or running. */
    step: v.number(),
    steps: v.number(),
  }),
)

/** Everything a renderer needs to start or to catch up; `sequence` is the last batch it already contains. */
export const snapshotSchema = v.object({
  sequence: v.number(),
  listener: listenerSchema,
  player: playerSchema,
  connections: v.array(connectionRecordSchema),
  /** Where clients that are not ours may knock; null while nobody is let in. */
  ownClient: v.optional(ownClientSchema, null),
  visits: v.optional(v.array(visitSchema), []),
  /** What is on the wire; null while there is none. */
  wire: v.optional(v.nullable(wireStateSchema), null),
  /** What the server of `ownClient` printed, the latest lines. */
  console: v.optional(v.array(consoleLineSchema), []),
})

export const appInfoSchema = v.object({
  host: v.picklist(['desktop', 'browser']),
  version: v.string(),
  node: v.string(),
  electron: v.nullable(v.string()),
  platform: v.object({ os: v.string(), release: v.string(), node: v.string() }),
  /** The system's language, BCP 47. */
  locale: v.string(),
})

const address = v.object(addressSchema.entries)
const done = v.strictObject({})

const command = <P extends v.GenericSchema, R extends v.GenericSchema>(
  params: P,
  result: R,
): { params: P; result: R } => ({
  params,
  result,
})

export const commands = {
  /** Everything there is, and the number of the last batch it includes. */
  snapshot: command(nothing, snapshotSchema),
  info: command(nothing, appInfoSchema),
  /** Starts the server. Port 0 lets the operating system choose. Answers the address it really got. */
  listen: command(
    v.strictObject({
      host: v.optional(v.string(), '127.0.0.1'),
      port: v.optional(v.number(), 0),
      allowHalfOpen: v.optional(v.boolean(), false),
    }),
    address,
  ),
  /** Opens the client socket towards the server, which starts listening first where it is not. */
  connect: command(
    v.strictObject({
      host: v.optional(v.string(), '127.0.0.1'),
      port: v.optional(v.number(), 0),
      allowHalfOpen: v.optional(v.object({ client: v.boolean(), server: v.boolean() }), {
        client: false,
        server: false,
      }),
      noDelay: v.optional(v.boolean(), false),
      over,
    }),
    v.object({ connection: v.string() }),
  ),
  write: command(v.strictObject({ ...target, ...payload }), v.object({ bytes: v.number() })),
  /** `socket.end()`: half-closes this side; TCP sends FIN once everything written is out. */
  end: command(v.strictObject({ ...target, ...payload }), done),
  destroy: command(v.strictObject(target), done),
  resetAndDestroy: command(v.strictObject(target), done),
  pause: command(v.strictObject(target), done),
  resume: command(v.strictObject(target), done),
  /** Stops listening and closes every connection, even in mid-transfer. */
  stop: command(nothing, done),
  /** `stop`, and forgets every connection. */
  reset: command(nothing, done),
  /** Plays a scenario on real sockets; answers as soon as its connection exists. */
  play: command(v.strictObject({ scenario: scenarioSchema, over }), v.object({ connection: v.string() })),
  /** Whether this machine can hold a wire; the failure says why not. */
  probeWire: command(nothing, done),
  /** How the wire runs from now on; what is in the air already stays as it is. */
  setWireMode: command(v.strictObject({ mode: wireModeSchema }), done),
  /** Decides what becomes of a segment in the air, once: whoever comes second is told that it is gone. */
  actOnSegment: command(
    v.strictObject({
      id: wireId,
      action: v.picklist(SEGMENT_ACTIONS),
      /** With `delay`: milliseconds from now. */
      by: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(600_000)), 1000),
    }),
    done,
  ),
  /** Lets a kept copy arrive, late, where it was meant to. */
  letInCopy: command(v.strictObject({ copy: wireId }), done),
  forgetCopy: command(v.strictObject({ copy: wireId }), done),
  /** Sends a segment of the reader's own making. */
  forgeSegment: command(forgedSchema, done),
  /**
   * Lets the reader's own browser, curl or nc in, and answers them over HTTP. Listens on `port` where that is free, else
   * on another: `port` of the answer is the real one, `wanted` the one asked for. Begins a new list of visits.
   */
  listenForOwnClient: command(
    v.strictObject({ port: v.optional(v.number(), 3000) }),
    v.object({ ...addressSchema.entries, wanted: v.number(), url: v.string() }),
  ),
  /** Lets nobody in any more and closes the visits; their records stay. */
  stopOwnClient: command(nothing, done),
  /** Blocks a server's event loop while a client connects: who made the handshake? Answers once it is over. */
  freezeServer: command(freezeSchema, frozenSchema),
  /** Makes many real closes and counts in which orders their events fired. Answers once the last is over. */
  sampleCloses: command(closesToSampleSchema, closeSampleSchema),
  /** Writes an exported file: a save dialog in the desktop host. Base64 for binary files. */
  saveFile: command(
    v.strictObject({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      mime: v.picklist([
        'image/svg+xml',
        'image/png',
        'application/json',
        'text/csv',
        'text/html',
        'application/octet-stream',
      ]),
      encoding: v.picklist(['utf8', 'base64']),
      data: v.pipe(v.string(), v.maxLength(MAX_FILE)),
    }),
    v.object({ path: v.nullable(v.string()) }),
  ),
  /** What the page shows itself in, so that the host's own windows and menus match; nothing in the browser host. */
  appearance: command(
    v.strictObject({ language: v.picklist(['en', 'zh-CN']), theme: v.picklist(['system', 'light', 'dark']) }),
    done,
  ),
  /** Gives the window the whole screen or takes it back, with no key or click needed; nothing in the browser host. */
  fullScreen: command(v.strictObject({ on: v.boolean() }), done),
  /** Brings the window of speaker notes to the front, where there is one; nothing in the browser host. */
  bringNotesForward: command(nothing, done),
  /** Puts a picture on the clipboard, as text or as a PNG file in base64, with no key or click needed. */
  copy: command(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(MAX_FILE)) }),
      v.strictObject({ kind: v.literal('png'), data: v.pipe(v.string(), v.maxLength(MAX_FILE)) }),
    ]),
    done,
  ),
  /**
   * Prints a page, or saves it as PDF (ISO 32000) by way of a dialog; `path` is where, null for the printer and for a
   * dialog that was dismissed.
   */
  printHandout: command(
    v.strictObject({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      html: v.pipe(v.string(), v.maxLength(MAX_FILE)),
      to: v.picklist(['pdf', 'printer']),
    }),
    v.object({ path: v.nullable(v.string()) }),
  ),
  /** Shows a file that `saveFile` wrote in the system's file manager. */
  revealFile: command(v.strictObject({ path: v.string() }), done),
} as const

export type Commands = typeof commands
export type CommandName = keyof Commands
export type CommandParams<C extends CommandName> = v.InferInput<Commands[C]['params']>
/** Params after validation, with defaults filled in: what a handler receives. */
export type ParsedParams<C extends CommandName> = v.InferOutput<Commands[C]['params']>
export type CommandResult<C extends CommandName> = v.InferOutput<Commands[C]['result']>

export const COMMAND_NAMES = Object.keys(commands) as CommandName[]
export const isCommandName = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(commands, name)

export type Listener = v.InferOutput<typeof listenerSchema>
export type PlayerState = v.InferOutput<typeof playerSchema>
export type Snapshot = v.InferOutput<typeof snapshotSchema>
export type AppInfo = v.InferOutput<typeof appInfoSchema>
