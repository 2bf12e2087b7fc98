import type { LabClient, LinkState } from '@shared/protocol/client'
import type { CommandName, CommandResult, Snapshot } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { EventBatch, LabEvent } from '@shared/protocol/events'
import type { MenuAction } from '@shared/protocol/menu'
import type { Opened } from '@shared/protocol/opened'
import { err, ok, type Result } from '@shared/result'

type Answers = { [C in CommandName]?: () => Promise<Result<CommandResult<C>, ErrorCode>> }

export interface FakeLab extends LabClient {
  /** Every command asked, in order. */
  readonly asked: { readonly command: CommandName; readonly params: unknown }[]
  /** What commands answer; those without an answer of their own are refused as `not-supported`. */
  readonly answers: Answers
  snapshot: Snapshot
  setLink(state: LinkState): void
  /** Sends events as the next batch, or as the batch with this sequence number. */
  emit(events: readonly LabEvent[], sequence?: number): void
  choose(action: MenuAction): void
  /** What the system hands the app from outside. */
  hand(opened: Opened): void
}

const EMPTY: Snapshot = {
  sequence: 0,
  listener: null,
  player: null,
  connections: [],
  ownClient: null,
  visits: [],
  wire: null,
  console: [],
}

/** A lab without sockets: answers what a test tells it to, and emits what a test gives it. */
export function createFakeLab(host: LabClient['host'] = 'browser', link: LinkState = 'ready'): FakeLab {
  const batches = new Set<(batch: EventBatch) => void>()
  const links = new Set<(state: LinkState) => void>()
  const menus = new Set<(action: MenuAction) => void>()
  const openers = new Set<(opened: Opened) => void>()
  let state = link
  let sent = 0

  const lab: FakeLab = {
    host,
    asked: [],
    answers: {
      appearance: () => Promise.resolve(ok({})),
      fullScreen: () => Promise.resolve(ok({})),
      bringNotesForward: () => Promise.resolve(ok({})),
      copy: () => Promise.resolve(ok({})),
      info: () =>
        Promise.resolve(
          ok({
            host,
            version: '1.2.3',
            node: '20.0.0',
            electron: null,
            platform: { os: 'linux', release: '6', node: '20.0.0' },
            locale: 'en',
          }),
        ),
    },
    snapshot: EMPTY,
    get link() {
      return state
    },
    call(command, params) {
      lab.asked.push({ command, params })
      if (command === 'snapshot') {
        const { snapshot } = lab
        sent = Math.max(sent, snapshot.sequence)
        return Promise.resolve(ok(snapshot)) as never
      }
      const answer = lab.answers[command]
      return (answer ? answer() : Promise.resolve(err('not-supported', 'The fake lab has no answer.'))) as never
    },
    onBatch: (listener) => subscribe(batches, listener),
    onLink: (listener) => subscribe(links, listener),
    onMenu: (listener) => subscribe(menus, listener),
    onOpen: (listener) => subscribe(openers, listener),
    dispose: () => undefined,
    setLink(next) {
      state = next
      for (const listener of links) listener(next)
    },
    emit(events, sequence = sent + 1) {
      sent = Math.max(sent, sequence)
      for (const listener of batches) listener({ sequence, events: [...events] })
    },
    hand(opened) {
      for (const listener of openers) listener(opened)
    },
    choose(action) {
      for (const listener of menus) listener(action)
    },
  }
  return lab
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener)
  return () => void set.delete(listener)
}
