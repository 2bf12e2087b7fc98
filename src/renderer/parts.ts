import type { Component } from 'vue'
import { err, type Result } from '@shared/result'
import type { Scenario } from '@shared/scenario/schema'
import type { Connection, Trace } from '@shared/trace/schema'

/** Stands in for parts that are being built: an absent module is an empty one. */
type Module = Record<string, unknown>
const all: Record<string, Module> = {
  ...import.meta.glob<Module>('../shared/tcp/{twin/index,simulate}.ts', { eager: true }),
  ...import.meta.glob<Module>('../shared/capture/pcapng.ts', { eager: true }),
}
const find = <T>(name: string, standIn: T): T => {
  for (const module of Object.values(all)) if (name in module) return module[name] as T
  return standIn
}

export const twin = find<(connection: Connection) => Connection>('twin', (connection) => connection)
export const simulate = find<(scenario: Scenario) => Result<Trace>>('simulate', () => err('absent', 'absent'))
export const toPcapng = find<(trace: Trace) => Uint8Array>('toPcapng', () => new Uint8Array())
const diagrams = import.meta.glob<{ default: Component }>('./components/diagram/SequenceDiagram.vue', { eager: true })
export const SequenceDiagram: Component = Object.values(diagrams)[0]?.default ?? { render: () => null }
