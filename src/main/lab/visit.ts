import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Visit, VisitKind } from '@shared/protocol/own-client'
import type { Conversation } from './conversation'
import { copyText } from './copy-text'

/** How many of a visit's request lines are kept. */
const KEPT_LINES = 20
const LINE_LENGTH = 200

/** One connection that a client of the reader's made, and what came in on it. */
export class VisitLog {
  readonly #requestLines: string[] = []
  #requests = 0
  #tls = false

  constructor(
    readonly conversation: Conversation,
    readonly socket: Socket,
    readonly number: number,
    /** Milliseconds since the server began to listen. */
    readonly at: number,
  ) {}

  get requests(): number {
    return this.#requests
  }

  get kind(): VisitKind {
    if (this.#tls) return 'tls'
    if (this.#requests > 0) return 'http'
    return this.conversation.recording.received('server') > 0 ? 'other' : 'silent'
  }

  isTls(): void {
    this.#tls = true
  }

  addRequest(request: IncomingMessage): void {
    this.#requests += 1
    this.#requestLines.push(copyText(requestLine(request), LINE_LENGTH))
    if (this.#requestLines.length > KEPT_LINES) this.#requestLines.shift()
  }

  toVisit(): Visit {
    const { conversation, number, at, kind, requests } = this
    const requestLines = [...this.#requestLines]
    return { id: conversation.id, number, at, kind, requests, requestLines, record: conversation.record() }
  }
}

const requestLine = ({ method, url, httpVersion }: IncomingMessage): string => `${method} ${url} HTTP/${httpVersion}`

/** The head of a request as it came: its line and its header fields (RFC 9112 §2.1). */
export function requestText(request: IncomingMessage): string {
  const fields = request.rawHeaders.flatMap((name, index, all) => (index % 2 ? [] : [`${name}: ${all[index + 1]}`]))
  return [requestLine(request), ...fields].join('\n')
}
