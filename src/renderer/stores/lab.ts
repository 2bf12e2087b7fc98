import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { LabClient, LinkState } from '@shared/protocol/client'
import type {
  AppInfo,
  CommandName,
  CommandParams,
  CommandResult,
  Listener,
  PlayerState,
} from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { EventBatch, LabEvent } from '@shared/protocol/events'
import type { MenuAction } from '@shared/protocol/menu'
import type { Opened } from '@shared/protocol/opened'
import { err, type Failure, type Result } from '@shared/result'
import { useConnections } from './connections'
import { createIntake } from '@renderer/pace/intake'
import { useVisits } from './visits'

/** Something that went wrong and was not answered in a form: shown until it is dismissed or the next try succeeds. */
export interface ShownFailure extends Failure {
  /** The command that failed; null where the lab told of it by itself. */
  readonly command: CommandName | null
}

/** Commands that the page sends by itself: their success says nothing about what failed before. */
const QUIET: ReadonlySet<CommandName> = new Set<CommandName>([
  'snapshot',
  'info',
  'appearance',
  'fullScreen',
  'bringNotesForward',
  'revealFile',
])

/** The link to the lab: what it last said of itself, what was asked and not answered yet, what failed. */
export const useLab = defineStore('lab', () => {
  const connections = useConnections()
  const visits = useVisits()
  const link = ref<LinkState>('connecting')
  /** True once a snapshot was taken on this link: what is shown is what there is. */
  const synced = ref(false)
  const host = ref<LabClient['host']>('browser')
  const info = shallowRef<AppInfo | null>(null)
  const listener = shallowRef<Listener>(null)
  const player = shallowRef<PlayerState>(null)
  const failure = shallowRef<ShownFailure | null>(null)
  const pending = shallowReactive(new Map<CommandName, number>())

  let client: LabClient | null = null
  let sequence = -1
  let early: EventBatch[] = []
  let asking = 0
  const intake = createIntake<LabEvent>(pass)
  const menuListeners = new Set<(action: MenuAction) => void>()
  const fileListeners = new Set<(file: Opened) => void>()

  const ready = computed(() => link.value === 'ready' && synced.value)
  const isPending = (command: CommandName): boolean => (pending.get(command) ?? 0) > 0

  /** Starts listening to a lab; answers the function that lets go of it. */
  function attach(lab: LabClient): () => void {
    client = lab
    host.value = lab.host
    link.value = lab.link
    const offBatch = lab.onBatch(receive)
    const offLink = lab.onLink((state) => {
      link.value = state
      if (state === 'ready') void catchUp()
      else synced.value = false
    })
    const offMenu = lab.onMenu?.((action) => {
      for (const listener of menuListeners) listener(action)
    })
    const offFiles = lab.onOpen?.((file) => {
      for (const listener of fileListeners) listener(file)
    })
    if (lab.link === 'ready') void catchUp()
    return () => {
      offBatch()
      offLink()
      offMenu?.()
      offFiles?.()
      client = null
    }
  }

  /** Asks for everything there is. Batches that come meanwhile wait; a later request makes this one void. */
  async function catchUp(): Promise<void> {
    const request = ++asking
    const lab = client
    if (!lab) return
    synced.value = false
    const snapshot = await lab.call('snapshot', {})
    if (request !== asking) return
    if (!snapshot.ok) {
      if (lab.link === 'ready') failure.value = { ...snapshot.error, command: 'snapshot' }
      return
    }
    sequence = snapshot.value.sequence
    intake.clear()
    listener.value = snapshot.value.listener
    player.value = snapshot.value.player
    connections.replaceAll(snapshot.value.connections, snapshot.value.visits)
    visits.replaceAll(snapshot.value)
    synced.value = true
    const waiting = early
    early = []
    for (const batch of waiting) receive(batch)
    if (!info.value) {
      const about = await lab.call('info', {})
      if (about.ok) info.value = about.value
    }
  }

  function receive(batch: EventBatch): void {
    if (!synced.value) {
      early.push(batch)
      return
    }
    if (batch.sequence <= sequence) return
    if (batch.sequence > sequence + 1) {
      early = [batch]
      void catchUp()
      return
    }
    sequence = batch.sequence
    intake.take(batch.events)
  }

  function pass(events: readonly LabEvent[]): void {
    for (const event of events) take(event)
    connections.apply(events)
    visits.apply(events)
  }

  function take(event: LabEvent): void {
    if (event.kind === 'listener') listener.value = event.listener
    if (event.kind === 'player') player.value = event.player
    // A run that the reader stopped is no trouble to tell of.
    if (event.kind === 'failure' && event.error.params?.['reason'] !== 'stopped') {
      const { params, ...rest } = event.error
      failure.value = params ? { ...rest, params, command: null } : { ...rest, command: null }
    }
  }

  /** Sends a command. A failure is answered and shown; the next thing that the reader does with success takes it away. */
  async function call<C extends CommandName>(
    command: C,
    params: CommandParams<C>,
  ): Promise<Result<CommandResult<C>, ErrorCode>> {
    if (!client) return err('disconnected', 'There is no link to the lab yet.')
    pending.set(command, (pending.get(command) ?? 0) + 1)
    const answer = await client.call(command, params)
    pending.set(command, (pending.get(command) ?? 1) - 1)
    if (!answer.ok) failure.value = { ...answer.error, command }
    else if (failure.value && !QUIET.has(command)) failure.value = null
    return answer
  }

  /** What the application menu of the desktop asks for; answers the function that unsubscribes. */
  function onMenu(listener: (action: MenuAction) => void): () => void {
    menuListeners.add(listener)
    return () => void menuListeners.delete(listener)
  }

  /** A file that the system handed to the app; answers the function that unsubscribes. */
  function onOpen(listener: (file: Opened) => void): () => void {
    fileListeners.add(listener)
    return () => void fileListeners.delete(listener)
  }

  return { link, host, synced, ready, info, listener, player, failure, isPending, attach, call, onMenu, onOpen }
})
