#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The entry of the command line. It loads everything else, so that whatever can't even be loaded ends in one line, as
 * everything that goes wrong later does.
 */
function giveUp(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const few = code === 'EMFILE' || code === 'ENFILE'
  const advice = few ? 'this system lets it open too few files ("ulimit -n 1024" allows more)' : 'please report it'
  writeSync(2, `The command could not go on (${JSON.stringify(code).slice(1, -1)}): ${advice}.\n`)
  process.exit(1)
}

process.on('uncaughtException', giveUp)
try {
  const [{ runCli }, { processStreams }, { version }] = await Promise.all([
    import('./cli/program'),
    import('./cli/streams'),
    import('../../package.json'),
  ])
  const streams = processStreams()
  process.exitCode = await runCli(process.argv.slice(2), {
    name: process.env['npm_lifecycle_event'] === 'lab' ? 'npm run -s lab --' : 'handshake-lab',
    version,
    streams,
    endProgram: join(import.meta.dirname, '../wire/end.mjs'),
    // The browser host is loaded only to serve.
    serve: async (options) => {
      const { serve } = await import('./web')
      return serve({ ...options, report: (error) => streams.note(String(error)) })
    },
  })
} catch (error) {
  giveUp(error)
}
