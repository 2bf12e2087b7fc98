import { err, type Err, type Failure } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Side } from '@shared/trace/names'

/** Every way in which the lab says no: a code for programs, a sentence that says what to do for people. */
export type LabFailure = Err<ErrorCode>

export const portInvalid = (port: number): LabFailure =>
  err('port-invalid', `The number ${port} is no port: choose a whole number from 0 (any free port) to 65535.`, { port })

export const portBlocked = (port: number): LabFailure =>
  err('port-blocked', `Browsers open no page on port ${port}: choose another one, such as 3000, or 0 for any.`, {
    port,
  })

export const addressNotOurs = (host: string): LabFailure =>
  err('address-not-ours', `The address ${host} is not one of this computer's loopback: use 127.0.0.1 or ::1.`, { host })

export const alreadyListening = (host: string, port: number): LabFailure =>
  err('already-listening', `The server already listens on ${host} port ${port}: stop it first.`, { host, port })

export const alreadyConnected = (connection: string): LabFailure =>
  err('already-connected', `Connection ${connection} is still open: close it first.`, { connection })

export const noSuchConnection = (connection: string): LabFailure =>
  err('no-such-connection', `There is no connection ${connection}: it may have been dropped from the history.`, {
    connection,
  })

export const nothingConnected = (): LabFailure => err('not-connected', 'Nothing is connected yet: connect first.')

export const notAccepted = (): LabFailure =>
  err('not-connected', 'The server has not accepted the connection yet: wait for its connection event.', {
    side: 'server',
  })

export const sideClosed = (side: Side): LabFailure =>
  err('not-connected', `The ${side}'s socket is closed: connect again.`, { side })

export const sideNotOurs = (side: Side): LabFailure =>
  err('side-not-ours', `The ${side} of this connection is another program: only its own user can act on it.`, { side })

export const writeAfterEnd = (side: Side): LabFailure =>
  err('write-after-end', `The ${side} has already ended its direction: nothing can be written after end().`, { side })

export const alreadyEnded = (side: Side): LabFailure =>
  err('already-ended', `The ${side} has already ended its direction.`, { side })

export const scenarioRunning = (scenario: string): LabFailure =>
  err('scenario-running', `The scenario ${scenario} is still running: wait for its end or stop it.`, { scenario })

export const scenarioInvalid = (step: number, reason: string): LabFailure =>
  err('scenario-invalid', `Step ${step} of the scenario can't be played: ${reason}`, { step, reason })

export const needsSimulator = (scenario: string): LabFailure =>
  err('not-supported', `The scenario ${scenario} needs the virtual network: simulate it instead.`, { scenario })

export const stepTimeout = (step: number, verb: string, event: string, seconds: number): LabFailure =>
  err('step-timeout', `Step ${step} (${verb}) waited ${seconds} s for ${event}, which never came.`, {
    step,
    verb,
    event,
    seconds,
  })

/** `cause` is the code of what the sockets refused. */
export const stepFailed = (step: number, verb: string, { code, message }: Failure): LabFailure =>
  err('step-failed', `Step ${step} (${verb}) failed: ${message}`, { step, verb, reason: message, cause: code })

export const runStopped = (step: number): LabFailure =>
  err('step-failed', `The run was stopped at step ${step}.`, { step, reason: 'stopped' })

export const experimentRunning = (): LabFailure =>
  err('experiment-running', 'An experiment is still running: wait for its end or stop it.')

export const experimentStopped = (): LabFailure =>
  err('experiment-stopped', 'The experiment was stopped before its end: start it again to get a result.')

export const wireClosed = (): LabFailure => err('wire-closed', 'There is no wire now: connect over the wire first.')

export const wireNoSegment = (): LabFailure =>
  err(
    'wire-no-segment',
    'That segment is no longer on the wire: it has landed, was dropped, or another window was first.',
  )

export const wireNothingFollows = (): LabFailure =>
  err('wire-nothing-follows', 'No segment of its direction follows this one, so none can overtake it.')

export const wireNoCopy = (): LabFailure => err('wire-no-copy', 'That copy is no longer kept.')

export const wireCopiesFull = (most: number): LabFailure =>
  err('wire-copies-full', `The tray holds ${most} copies: forget one of them first.`, { most })

export const wireForgedMalformed = (reason: string): LabFailure =>
  err('wire-forged-malformed', `The segment can't be made: ${reason}`, { reason })

export const wireNotPlayable = (scenario: string, reason: string): LabFailure =>
  err('wire-not-playable', `The scenario ${scenario} can't be played on the wire: ${reason}`, { scenario, reason })

export function badPayload(): LabFailure {
  const reason = 'Give either a text or a number of bytes to write.'
  return err('bad-params', reason, { reason })
}

export function internal(cause: unknown): LabFailure {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return err('internal', `Something unexpected went wrong: ${reason}.`, { reason })
}

/** The system's own refusal to listen, in our words (Node documentation, "Common system errors"). */
export function listenFailure(cause: unknown, host: string, port: number): LabFailure {
  const params = { host, port }
  switch (errorCode(cause)) {
    case 'EADDRINUSE':
      return err('port-in-use', `Port ${port} on ${host} is taken by another program: choose another one.`, params)
    case 'EACCES':
      return err('port-forbidden', `This user may not listen on port ${port}: choose one from 1024 upwards.`, params)
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
      return err('address-unavailable', `This computer has no address ${host}: choose 127.0.0.1.`, params)
    default:
      return internal(cause)
  }
}

/** Node's error code, such as `ECONNRESET`; undefined where there is none. */
export function errorCode(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : undefined
}
