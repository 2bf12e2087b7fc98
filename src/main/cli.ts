#!/usr/bin/env node
import { version } from '../../package.json'
import { runCli } from './cli/program'
import { processStreams } from './cli/streams'

/** The entry of the command line: composes it with the browser host, which is loaded only to serve. */
process.exitCode = await runCli(process.argv.slice(2), {
  name: process.env['npm_lifecycle_event'] === 'lab' ? 'npm run -s lab --' : 'handshake-lab',
  version,
  streams: processStreams(),
  serve: async (options) => {
    const { serve } = await import('./web')
    return serve(options)
  },
})
