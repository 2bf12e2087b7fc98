import type { LabClient } from '@shared/protocol/client'
import type { LabHandlers } from '@shared/protocol/handlers'
import type { Lab } from '@main/lab'

/** A lab behind one of the transports, and what the suite needs to know of it. */
export interface Transport {
  readonly lab: Lab
  readonly client: LabClient
  /** Asks the main side directly, past the client's own validation: what a page that was tampered with could do. */
  raw(command: string, params: unknown): Promise<unknown>
  /** Loads the page anew: the old client is gone, as it is in a browser. */
  reload(): Promise<LabClient>
  close(): Promise<void>
}

export type OpenTransport = (spoiled?: Partial<LabHandlers>) => Promise<Transport>

/** The real lab, some of whose handlers a test may replace by faulty ones. */
export function spoil(lab: Lab, spoiled: Partial<LabHandlers>): Pick<Lab, 'handlers' | 'subscribe' | 'dispose'> {
  return {
    handlers: { ...lab.handlers, ...spoiled },
    subscribe: (listener) => lab.subscribe(listener),
    dispose: () => lab.dispose(),
  }
}

export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
