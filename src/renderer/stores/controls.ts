import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import type { ConnectionRecord } from '@shared/protocol/commands'
import { findScenario } from '@shared/scenario/catalogue'
import type { Scenario } from '@shared/scenario/schema'
import { simulate } from '@shared/tcp/simulate'
import type { Side } from '@shared/trace/names'
import { useConnections } from './connections'
import { useLab } from './lab'

export interface Payload {
  readonly text?: string
  readonly bytes?: number
}

export type CloseCommand = 'end' | 'resetAndDestroy' | 'destroy'

const over = (record: ConnectionRecord | null): boolean =>
  record === null || record.phase === 'closed' || record.phase === 'failed'

/** What the buttons do and when they can: the lab refuses the rest, and a button should not offer it. */
export const useControls = defineStore('controls', () => {
  const lab = useLab()
  const connections = useConnections()

  const listenOptions = reactive({
    host: '127.0.0.1' as '127.0.0.1' | '::1',
    port: 0,
    clientHalfOpen: false,
    serverHalfOpen: false,
    noDelay: false,
  })
  /** Scenario to play; null: the buttons are pressed by hand. */
  const scenarioId = ref<string | null>(null)
  const scenario = computed(() => (scenarioId.value === null ? null : (findScenario(scenarioId.value) ?? null)))
  const simulated = computed(() => scenario.value?.kind === 'what-if')

  /** The newest connection whose client is ours; a visitor's does not keep us from connecting. */
  const ours = computed(
    () =>
      [...connections.records.values()].filter(({ connection }) => connection.observes.includes('client')).at(-1) ??
      null,
  )
  /** Our connection that still lives: there is one at a time, so it keeps another from beginning. */
  const alive = computed(() => (over(ours.value) ? null : ours.value))
  /** What Send and Close act on: the connection that is shown, while it lives. Never one that is not seen. */
  const target = computed<ConnectionRecord | null>(() => {
    const shown = connections.records.get(connections.chosen ?? '') ?? null
    return over(shown) ? null : shown
  })
  /** A connection that lives while something else is shown: what Send and Close would act on if it were shown. */
  const hidden = computed<ConnectionRecord | null>(() => {
    if (target.value || !connections.selected) return null
    return [...connections.records.values()].filter((record) => !over(record)).at(-1) ?? null
  })

  const running = computed(() => lab.player)
  const starting = computed(() => lab.isPending('connect') || lab.isPending('play'))
  const connecting = computed(() => starting.value || ours.value?.phase === 'connecting')
  const free = computed(() => lab.ready && !starting.value && !running.value && alive.value === null)
  const canStart = computed(() => simulated.value || free.value)
  /** What keeps Connect or Run from beginning is a connection that lives, and nothing else. */
  const blocked = computed(() => lab.ready && !running.value && !connecting.value && !canStart.value)
  const canWrite = (side: Side): boolean => lab.ready && !running.value && (target.value?.ends[side]?.writable ?? false)
  const canSend = computed(() => canWrite('client') || canWrite('server'))

  function canClose(command: CloseCommand, side: Side): boolean {
    const end = target.value?.ends[side]
    if (!lab.ready || running.value || !end) return false
    return command === 'end' ? canWrite(side) : target.value?.phase !== 'connecting' && !end.closed
  }
  const canCloseAny = computed(() =>
    (['client', 'server'] as const).some((side) => canClose('end', side) || canClose('destroy', side)),
  )

  const isPaused = (side: Side): boolean => target.value?.ends[side]?.paused ?? false

  /** Connects, or plays the chosen scenario. A second click while the first is under way does nothing. */
  async function start(): Promise<void> {
    if (!canStart.value) return
    if (scenario.value?.kind === 'what-if') return runSimulation()
    const { host, port, clientHalfOpen, serverHalfOpen, noDelay } = listenOptions
    const answer = scenario.value
      ? await lab.call('play', { scenario: scenario.value.scenario })
      : await lab.call('connect', {
          host,
          port,
          allowHalfOpen: { client: clientHalfOpen, server: serverHalfOpen },
          noDelay,
        })
    if (answer.ok) connections.choose(answer.value.connection)
  }

  function runSimulation(): void {
    if (scenario.value) playWhatIf(scenario.value.scenario)
  }

  /** Plays a what-if on the virtual network, by the manners of the system that it names. */
  function playWhatIf(whatIf: Scenario): void {
    const played = simulate(whatIf)
    if (played.ok) connections.add(played.value, false)
    else lab.failure = { ...played.error, command: null }
  }

  async function listen(): Promise<void> {
    const { host, port, serverHalfOpen } = listenOptions
    await lab.call('listen', { host, port, allowHalfOpen: serverHalfOpen })
  }

  function on(side: Side): { connection: string; side: Side } | null {
    return target.value && { connection: target.value.connection.id, side }
  }

  async function send(side: Side, payload: Payload): Promise<boolean> {
    const where = on(side)
    return where !== null && (await lab.call('write', { ...where, ...payload })).ok
  }
  async function close(command: CloseCommand, side: Side): Promise<void> {
    const where = on(side)
    if (where) await lab.call(command, where)
  }
  async function setReading(side: Side, reads: boolean): Promise<void> {
    const where = on(side)
    if (where) await lab.call(reads ? 'resume' : 'pause', where)
  }
  const stop = async (): Promise<void> => void (await lab.call('stop', {}))
  async function reset(): Promise<void> {
    connections.forgetTraces()
    await lab.call('reset', {})
  }

  return {
    listenOptions,
    scenarioId,
    scenario,
    simulated,
    alive,
    target,
    hidden,
    blocked,
    running,
    connecting,
    canStart,
    canSend,
    canWrite,
    canClose,
    canCloseAny,
    isPaused,
    start,
    playWhatIf,
    listen,
    send,
    close,
    setReading,
    stop,
    reset,
  }
})
