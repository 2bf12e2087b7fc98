import type { Command } from 'commander'
import type { Result } from '@shared/result'
import { runFailure } from '../failure'
import { portArgument } from '../numbers'
import { openInBrowser } from '../open-in-browser'
import type { Streams } from '../streams'

/** The browser host, handed in by the entry: hosts do not import each other. */
export type Serve = (options: { port: number }) => Promise<Result<{ url: string; close(): Promise<void> }>>

export function addServe(program: Command, streams: Streams, serve: Serve): void {
  program
    .command('serve')
    .description('serve the app to a browser on this computer, until Ctrl-C')
    .option('--port <port>', 'the port to listen on; 0 takes any that is free', portArgument, 0)
    .option('--open', 'open it in the browser')
    .action(async ({ port, open = false }: { port: number; open?: boolean }) => {
      const served = await serve({ port })
      if (!served.ok) throw runFailure(served.error.message)
      const asked = untilAskedToEnd()
      streams.out(`Handshake Lab: ${served.value.url}\n`)
      streams.note('Open this address in a browser on this computer. Ctrl-C ends it.')
      if (open) openInBrowser(served.value.url, streams.note)
      await asked
      await served.value.close()
    })
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
}
