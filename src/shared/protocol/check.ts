import * as v from 'valibot'
import { err, ok, type Err, type Failure, type Result } from '../result'
import { commands, isCommandName, type CommandName, type CommandResult, type ParsedParams } from './commands'
import { ERROR_CODES, type ErrorCode } from './errors'
import { eventBatchSchema, type EventBatch } from './events'

/** The run-time half of the contract: every value that crossed a boundary goes through one of these (invariant 9). */

const failureSchema = v.object({
  code: v.picklist(ERROR_CODES),
  message: v.string(),
  params: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
})

/** A `Result` whose value is not looked at yet. */
export const answerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: failureSchema }),
])
export type Answer = v.InferOutput<typeof answerSchema>

/** Params with defaults filled in, copied into plain objects (no proxy of a UI library survives); else `bad-params`. */
export function checkParams<C extends CommandName>(command: C, params: unknown): Result<ParsedParams<C>, ErrorCode> {
  if (!isCommandName(command)) return unknownCommand(command)
  const parsed = v.safeParse(commands[command].params, params)
  return parsed.success
    ? ok(parsed.output as ParsedParams<C>)
    : err('bad-params', `The parameters of "${command}" are not valid: ${firstIssue(parsed.issues)}.`, { command })
}

export function unknownCommand(name: unknown): Err<ErrorCode> {
  const command = String(name).slice(0, 80)
  return err('unknown-command', `There is no command "${command}".`, { command })
}

/** An answer as it came over a transport, with its value validated for that command; else `bad-answer`. */
export function checkAnswer<C extends CommandName>(command: C, answer: unknown): Result<CommandResult<C>, ErrorCode> {
  const outer = v.safeParse(answerSchema, answer)
  if (!outer.success) return badAnswer(command, firstIssue(outer.issues))
  if (!outer.output.ok) return { ok: false, error: outer.output.error satisfies Failure<ErrorCode> }
  const inner = v.safeParse(commands[command].result, outer.output.value)
  return inner.success ? ok(inner.output as CommandResult<C>) : badAnswer(command, firstIssue(inner.issues))
}

/** A batch as it came over a transport; null where it is not one. The gap it leaves is mended by a snapshot. */
export function checkBatch(batch: unknown): EventBatch | null {
  const parsed = v.safeParse(eventBatchSchema, batch)
  return parsed.success ? parsed.output : null
}

function badAnswer(command: CommandName, why: string): Result<never, ErrorCode> {
  return err('bad-answer', `The answer to "${command}" was not understood: ${why}.`, { command })
}

function firstIssue(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issues[0])
  return path ? `${path}: ${issues[0].message}` : issues[0].message
}
