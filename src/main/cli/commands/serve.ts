import type { Command } from 'commander'
import type { Failure, Result } from '@shared/result'
import { runFailure, usageFailure, type CliFailure } from '../failure'
import { portArgument } from '../numbers'
import type { Streams } from '../streams'

/** The browser host, handed in by the entry: hosts do not import each other. */
export type Serve = (options: { port: number }) => Promise<Result<Served>>

interface Served {
  readonly url: string
  open(): Promise<boolean>
  close(): Promise<void>
}

export function addServe(program: Command, streams: Streams, serve: Serve): void {
  program
    .command('serve')
    .description('serve the app to a browser on this computer, until Ctrl-C')
    .option('--port <port>', 'the port to listen on; 0 takes any that is free', portArgument, 0)
    .option('--open', 'open it in the browser')
    .action(async ({ port, open = false }: { port: number; open?: boolean }) => {
      const served = await serve({ port })
      if (!served.ok) throw failed(served.error)
      const asked = untilAskedToEnd()
      streams.print(`Handshake Lab: ${served.value.url}\n`)
      streams.note('Open this address in a browser on this computer. Ctrl-C ends it.')
      if (open && !(await served.value.open()))
        streams.note('No browser could be opened: open the address above yourself.')
      await asked
      await served.value.close()
    })
}

/** A port that no browser opens is the command line's fault; one that is taken is the moment's. */
const failed = ({ code, message }: Failure): CliFailure =>
  code === 'port-blocked' || code === 'port-invalid' ? usageFailure(message) : runFailure(message)

function untilAskedToEnd(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
}
