import type { CommandName } from './commands'

/**
 * What the preload exposes as `window.handshakeLab`: one named method a command, and what the main process tells. Both sides of it are
 * untyped on purpose: whatever crosses is validated by who receives it (invariant 9).
 */
export type LabBridge = {
  readonly [C in CommandName]: (params: unknown) => Promise<unknown>
} & {
  /** Answers the function that unsubscribes. */
  onBatch(listener: (batch: unknown) => void): () => void
  onMenu(listener: (action: unknown) => void): () => void
  onOpen(listener: (file: unknown) => void): () => void
}

/** The IPC channel of a command, and those on which batches, menu choices and opened files come. */
export const commandChannel = (command: CommandName): string => `lab:${command}`
export const BATCH_CHANNEL = 'lab-batch'
export const MENU_CHANNEL = 'lab-menu'
export const OPEN_CHANNEL = 'lab-open'
