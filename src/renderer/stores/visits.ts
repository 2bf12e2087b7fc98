import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Snapshot } from '@shared/protocol/commands'
import type { LabEvent } from '@shared/protocol/events'
import type { Sampling } from '@shared/protocol/experiments'
import type { ConsoleLine, OwnClient, Visit } from '@shared/protocol/own-client'

/** Lines of the server's console that stay on the page. */
const KEPT_LINES = 500

/** Who knocked with a client that is not ours, and what the server printed of it. */
export const useVisits = defineStore('visits', () => {
  const ownClient = shallowRef<OwnClient>(null)
  const byId = shallowRef<ReadonlyMap<string, Visit>>(new Map())
  const lines = shallowRef<readonly ConsoleLine[]>([])
  /** How often everything was forgotten: a new session of the server is a new story. */
  const session = ref(0)
  const sampling = shallowRef<Sampling>(null)

  const visits = computed(() => [...byId.value.values()].sort((a, b) => a.number - b.number))

  function replaceAll(snapshot: Pick<Snapshot, 'ownClient' | 'visits' | 'console'>): void {
    if (snapshot.visits.length === 0) session.value += 1
    ownClient.value = snapshot.ownClient
    byId.value = new Map(snapshot.visits.map((visit) => [visit.id, visit]))
    lines.value = snapshot.console.slice(-KEPT_LINES)
  }

  /** Takes a batch at once: a thousand visits in a frame cost one copy, not a thousand. */
  function apply(events: readonly LabEvent[]): void {
    let next: Map<string, Visit> | null = null
    let printed: ConsoleLine[] | null = null
    for (const event of events) {
      if (event.kind === 'own-client') ownClient.value = event.ownClient
      else if (event.kind === 'sampling') sampling.value = event.sampling
      else if (event.kind === 'visit') (next ??= new Map(byId.value)).set(event.visit.id, event.visit)
      else if (event.kind === 'console') (printed ??= [...lines.value]).push(event.line)
      else if (event.kind === 'visits-cleared') {
        next = new Map()
        printed = []
        session.value += 1
      }
    }
    if (next) byId.value = next
    if (printed) lines.value = printed.slice(-KEPT_LINES)
  }

  return { ownClient, visits, lines, session, sampling, replaceAll, apply }
})
