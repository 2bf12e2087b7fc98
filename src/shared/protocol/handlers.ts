import type { Result } from '../result'
import type { CommandName, CommandResult, ParsedParams } from './commands'
import type { ErrorCode } from './errors'

/** What a host provides: one function per command, each answering with a Result and never throwing. */
export type Handlers = {
  readonly [C in CommandName]: (params: ParsedParams<C>) => Promise<Result<CommandResult<C>, ErrorCode>>
}

/** The part of the handlers that the lab itself answers; the rest (info, appearance, files) belongs to the host. */
export type LabHandlers = Omit<Handlers, 'info' | 'appearance' | 'saveFile' | 'revealFile'>
