import { err, type Result } from '../result'
import { checkAnswer, checkParams, unknownCommand } from './check'
import { isCommandName, type CommandName, type CommandResult } from './commands'
import type { ErrorCode } from './errors'
import type { Handlers } from './handlers'

/**
 * Runs one command that came over a transport: name and params validated, the handler's throw turned into `internal`,
 * its answer validated. Never rejects (invariant 8). `report` receives what a handler threw, for the host's log.
 */
export async function dispatch(
  handlers: Handlers,
  command: unknown,
  params: unknown,
  report: (error: unknown) => void = () => undefined,
): Promise<Result<CommandResult<CommandName>, ErrorCode>> {
  if (!isCommandName(command)) return unknownCommand(command)
  return run(handlers, command, params, report)
}

async function run<C extends CommandName>(
  handlers: Handlers,
  command: C,
  params: unknown,
  report: (error: unknown) => void,
): Promise<Result<CommandResult<C>, ErrorCode>> {
  const checked = checkParams(command, params)
  if (!checked.ok) return checked
  try {
    const handler: Handlers[C] = handlers[command]
    return checkAnswer(command, await handler(checked.value))
  } catch (error) {
    report(error)
    const reason = error instanceof Error ? error.message : String(error)
    return err('internal', `"${command}" failed inside the lab: ${reason}.`, { command })
  }
}
