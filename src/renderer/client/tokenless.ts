import type { LabClient } from '@shared/protocol/client'
import { err } from '@shared/result'

/** The client of a page that was opened without the token of this run: nothing it asks can be answered. */
export function tokenlessClient(): LabClient {
  return {
    host: 'browser',
    // Not `lost`: the page is to ask, and to show the answer.
    link: 'ready',
    call: () =>
      Promise.resolve(
        err('forbidden', 'This page was opened without its key. Open the whole address that the terminal printed.'),
      ),
    onBatch: () => () => undefined,
    onLink: () => () => undefined,
    dispose: () => undefined,
  }
}
