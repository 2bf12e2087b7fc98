import type { Conversation } from './conversation'

/** How many connections the lab remembers. */
export const HISTORY = 50

/**
 * The latest connections, oldest first; one that is over makes room before one that is not. Who is told that one is
 * removed closes what is still open of it.
 */
export class History {
  readonly #conversations = new Map<string, Conversation>()

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
    this.#conversations.set(conversation.id, conversation)
    while (this.#conversations.size > this.limit) this.#removeOne()
  }

  clear(): void {
    for (const { id } of this.all) this.#remove(id)
  }

  #removeOne(): void {
    const { all } = this
    const oldest = all.find(({ over }) => over) ?? all[0]
    if (!oldest) return
    this.#remove(oldest.id)
  }

  #remove(id: string): void {
    this.onRemoved(id)
    this.#conversations.delete(id)
  }
}
