import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ConnectionRecord } from '@shared/protocol/commands'
import type { LabEvent } from '@shared/protocol/events'
import type { Visit } from '@shared/protocol/own-client'
import type { Trace } from '@shared/trace/schema'
import { applyEvents, type Records } from '@renderer/connection/records'
import { entriesOfRecords, entriesOfTrace, studiedKey, type Entry } from '@renderer/connection/entry'

/** How many opened or simulated traces, and how many studied ones, stay choosable beside the lab's own connections. */
const KEPT_TRACES = 20
const KEPT_STUDIED = 20

/** Chosen on purpose: the empty stage, until a connection begins. */
const NOTHING = ''

/** Every connection that can be shown, newest last, and which one is. */
export const useConnections = defineStore('connections', () => {
  const records = shallowRef<Records>(new Map())
  const traces = shallowRef<readonly { readonly key: string; readonly trace: Trace; readonly opened: boolean }[]>([])
  /** What the reader took here from the puzzle; a visit grows as long as it lives, and stays when the lab forgets it. */
  const studied = shallowRef<Records>(new Map())
  const chosen = ref<string | null>(null)
  let traceCount = 0

  /** When each entry was first seen, as a count: what the list is ordered by. */
  const order = new Map<string, number>()
  const noteOrder = (key: string): void => {
    if (!order.has(key)) order.set(key, order.size)
  }

  const entries = computed<readonly Entry[]>(() => {
    const all = [
      ...entriesOfRecords(records.value),
      ...entriesOfRecords(studied.value, true),
      ...traces.value.flatMap(({ key, trace, opened }) => entriesOfTrace(key, trace, opened)),
    ]
    return all.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))
  })
  const selected = computed<Entry | null>(() => entries.value.find(({ key }) => key === chosen.value) ?? null)
  /** The newest connection of the lab, whatever is shown. */
  const newest = computed<ConnectionRecord | null>(() => [...records.value.values()].at(-1) ?? null)

  function replaceAll(all: readonly ConnectionRecord[], visiting: readonly Visit[] = []): void {
    follow(visiting)
    for (const { connection } of all) noteOrder(connection.id)
    records.value = new Map(all.map((record) => [record.connection.id, record]))
    if (!selected.value && chosen.value !== NOTHING) showNewest()
  }

  function showNewest(): void {
    chosen.value = newest.value?.connection.id ?? entries.value.at(-1)?.key ?? null
  }

  /** A connection that begins is shown at once, unless an older one was chosen by hand. */
  function apply(events: readonly LabEvent[]): void {
    const nothing = chosen.value === NOTHING
    const wasNewest = chosen.value === null || nothing || chosen.value === newest.value?.connection.id
    for (const event of events) if (event.kind === 'connection') noteOrder(event.record.connection.id)
    records.value = applyEvents(records.value, events)
    follow(events.flatMap((event) => (event.kind === 'visit' ? [event.visit] : [])))
    const began = events.some((event) => event.kind === 'connection')
    if ((began && wasNewest) || (!selected.value && !nothing)) showNewest()
  }

  /** Takes what came in on the visits that are studied; one of another session may bear the same id. */
  function follow(newer: readonly Visit[]): void {
    const grown = newer.filter(({ id, record }) => studied.value.get(id)?.startedAt === record.startedAt)
    if (grown.length > 0)
      studied.value = new Map([...studied.value, ...grown.map(({ id, record }) => [id, record] as const)])
  }

  /** Adds a connection of the puzzle to what can be chosen, and shows it. */
  function study(record: ConnectionRecord): void {
    const { id } = record.connection
    noteOrder(studiedKey(id))
    const others = [...studied.value].filter(([other]) => other !== id)
    studied.value = new Map([...others, [id, record] as const].slice(-KEPT_STUDIED))
    chosen.value = studiedKey(id)
  }

  function choose(key: string): void {
    chosen.value = key
  }

  /** Shows the empty stage, until a connection begins or is chosen. */
  const clear = (): void => choose(NOTHING)

  /** Adds a trace that no socket here made: simulated, or opened from a file. Shows its first connection. */
  function add(trace: Trace, opened: boolean): void {
    traceCount += 1
    const key = `trace-${traceCount}`
    for (const entry of entriesOfTrace(key, trace, opened)) noteOrder(entry.key)
    traces.value = [...traces.value, { key, trace, opened }].slice(-KEPT_TRACES)
    chosen.value = entriesOfTrace(key, trace, opened)[0]?.key ?? chosen.value
  }

  /** Forgets all that is not among the lab's own connections. */
  function forgetTraces(): void {
    traces.value = []
    studied.value = new Map()
  }

  return { records, entries, chosen, selected, newest, replaceAll, apply, choose, clear, add, study, forgetTraces }
})
