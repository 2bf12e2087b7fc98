import type { Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Scenario } from '@shared/scenario/schema'
import type { Address } from '@shared/trace/schema'
import type { Forged, SegmentAction, WireMode, WireState } from '@shared/wire/state'
import type { Conversation } from './conversation'
import type { Stage } from './stage'

type Done = Result<Record<string, never>, ErrorCode>

/** What the lab needs of a wire; src/main/wire has one, and the hosts put the two together. */
export interface LabWire {
  probe(): Promise<Done>
  /** Null while there is none. */
  readonly state: WireState | null
  /** Whether anything is in the air, or a kernel is still busy with a connection. */
  readonly settled: boolean
  /** How long a step may wait and how long nothing may happen, milliseconds, as the wire runs now. */
  readonly patience: { readonly stepTimeout?: number; readonly quiet: number }
  /** Why a scenario can't be played there; null where it can. */
  refuses(scenario: Scenario): Result<never, ErrorCode> | null
  /** Has the wire ready and a server listening there, or, where `listening` is false, an address where none does. */
  prepare(conversation: Conversation, asked: PrepareWire): Promise<Result<Address, ErrorCode>>
  connect(conversation: Conversation, to: Address): void
  /** Plays the network of a scenario from now on; null: as before. */
  play(network: Scenario['network'] | null, conversation: Conversation): void
  setMode(mode: WireMode): Done
  act(id: number, action: SegmentAction, by: number): Done
  letIn(copy: number): Done
  forget(copy: number): Done
  forge(forged: Forged): Done
  /** Ends both ends and everything in the air; a later connection opens a new wire. */
  close(): Promise<void>
  /** Forgets the kept copies too. */
  reset(): void
}

export interface PrepareWire {
  /** An address of the wire's server; any other means its IPv4 address. */
  readonly host: string
  /** 0 lets the operating system choose. */
  readonly port: number
  readonly listening: boolean
  readonly noDelay: { readonly client: boolean; readonly server: boolean }
}

export type OpenLabWire = (stage: Stage) => LabWire
