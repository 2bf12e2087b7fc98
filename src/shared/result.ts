/**
 * The answer of anything that can fail at a boundary: a value, or an error with a code that programs compare and a
 * message that a person can act on (invariant 8). Nothing rejects across a boundary with a bare Error.
 */
export type Result<T, Code extends string = string> = Ok<T> | Err<Code>

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Err<Code extends string = string> {
  readonly ok: false
  readonly error: Failure<Code>
}

export interface Failure<Code extends string = string> {
  /** A stable name, such as `port-in-use`; the renderer translates it. */
  readonly code: Code
  /** English, one sentence: what happened and what to do. The fallback where no translation is known. */
  readonly message: string
  /** Values a translation may want to name: `{ port: 3000 }`. */
  readonly params?: Readonly<Record<string, string | number>>
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const err = <Code extends string>(
  code: Code,
  message: string,
  params?: Readonly<Record<string, string | number>>,
): Err<Code> => ({ ok: false, error: params ? { code, message, params } : { code, message } })

/** Closes a switch over a union: TypeScript reports the case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
