import type { Result } from '../result'
import type { CommandName, CommandParams, CommandResult } from './commands'
import type { ErrorCode } from './errors'
import type { EventBatch } from './events'
import type { MenuAction } from './menu'
import type { Opened } from './opened'

/** `lost`: nothing can be sent; the client is trying again by itself. A `ready` after it means: ask for a snapshot. */
export type LinkState = 'connecting' | 'ready' | 'lost'

/**
 * The one port through which the renderer reaches the lab. Two implementations, one contract suite
 * (tests/contract): Electron IPC through the preload, and WebSocket.
 */
export interface LabClient {
  readonly host: 'desktop' | 'browser'
  readonly link: LinkState
  /** Never rejects: a lost link answers `disconnected`, a malformed answer `bad-answer`. */
  call<C extends CommandName>(command: C, params: CommandParams<C>): Promise<Result<CommandResult<C>, ErrorCode>>
  /** Validated batches in order. Answers the function that unsubscribes. */
  onBatch(listener: (batch: EventBatch) => void): () => void
  onLink(listener: (state: LinkState) => void): () => void
  /** What was chosen in the application menu; a host without one has no such method. */
  onMenu?(listener: (action: MenuAction) => void): () => void
  /** A file that the system handed to the app; a host without file associations has no such method. */
  onOpen?(listener: (file: Opened) => void): () => void
  dispose(): void
}
