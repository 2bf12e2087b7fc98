import type { Result } from '../result'
import type { CommandName, CommandResult, ParsedParams } from './commands'
import type { ErrorCode } from './errors'

/** What a host provides: one function per command, each answering with a Result and never throwing. */
export type Handlers = {
  readonly [C in CommandName]: (params: ParsedParams<C>) => Promise<Result<CommandResult<C>, ErrorCode>>
}

/** What belongs to the host rather than to the lab: what it knows of itself, its windows, its files. */
export type HostCommand =
  'info' | 'appearance' | 'fullScreen' | 'bringNotesForward' | 'copy' | 'printHandout' | 'saveFile' | 'revealFile'

/** The part of the handlers that the lab itself answers. */
export type LabHandlers = Omit<Handlers, HostCommand>
