import type { Conversation } from './conversation'

/** How many connections the lab remembers. */
export const HISTORY = 50

/**
 * The latest connections, oldest first. One that is over makes room first, the one that was over first before the others;
 * then the oldest of another program's. One of ours that is open never does. Who is told that one is removed closes what
 * is still open of it. Adding one costs the same however many there are.
 */
export class History {
  readonly #conversations = new Map<string, Conversation>()
  /** Ids of those that are over, and of other programs' that are not, each in the order in which they make room. */
  readonly #over = new Set<string>()
  readonly #strangers = new Set<string>()

  constructor(
    private readonly limit: number,
    private readonly onRemoved: (id: string) => void,
  ) {}

  get all(): readonly Conversation[] {
    return [...this.#conversations.values()]
  }

  get newest(): Conversation | undefined {
    return this.all.at(-1)
  }

  get(id: string): Conversation | undefined {
    return this.#conversations.get(id)
  }

  add(conversation: Conversation): void {
    const { id } = conversation
    this.#conversations.set(id, conversation)
    conversation.onOver = () => this.#settle(id)
    if (conversation.over) this.#over.add(id)
    else if (!conversation.ours) this.#strangers.add(id)
    while (this.#conversations.size > this.limit) {
      const oldest = this.#nextToGo()
      if (oldest === undefined) return
      this.#remove(oldest)
    }
  }

  clear(): void {
    for (const { id } of this.all) this.#remove(id)
  }

  #settle(id: string): void {
    if (!this.#conversations.has(id)) return
    this.#strangers.delete(id)
    this.#over.add(id)
  }

  #nextToGo(): string | undefined {
    for (const id of this.#over) {
      if (this.#conversations.get(id)?.over) return id
      // Its client had failed, and then its server's socket was accepted after all: it is over anew once that closes.
      this.#over.delete(id)
    }
    return first(this.#strangers)
  }

  #remove(id: string): void {
    this.onRemoved(id)
    for (const ids of [this.#conversations, this.#over, this.#strangers]) ids.delete(id)
  }
}

function first<T>(set: ReadonlySet<T>): T | undefined {
  for (const item of set) return item
  return undefined
}
