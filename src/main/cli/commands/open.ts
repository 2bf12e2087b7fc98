import { InvalidArgumentError, type Command } from 'commander'
import { openCapture, readConnections, type Opened } from '@shared/capture/read/open'
import { say } from '@shared/text'
import { captureFile } from '../capture-file'
import { captureList } from '../capture-list'
import { usageFailure } from '../failure'
import { addOutputOptions, type OutputOptions } from '../output-options'
import { patiently } from '../patience'
import { present } from '../present'
import type { Streams } from '../streams'
import { checkTargets } from '../targets'

interface OpenOptions extends OutputOptions {
  readonly connection?: readonly number[]
}

export function addOpen(program: Command, streams: Streams): void {
  const command = program
    .command('open')
    .description('open a capture file: list its TCP connections, or show those that are chosen')
    .argument('<capture>', 'the path of a pcap or pcapng file, gzip or not; - is standard input')
    .option('--connection <numbers>', 'which to show, as the list numbers them: 3, or 1,4,5', connectionNumbers)
  addOutputOptions(command).action(async (path: string, options: OpenOptions) => {
    checkTargets(options, streams)
    const file = await captureFile(path)
    const opened = await patiently('Reading', () => openCapture(file.pieces()))
    const { fault } = opened
    if (fault !== null) {
      const text = say(`capture.fault.${fault.code}`, options.lang, { offset: fault.offset })
      if (opened.overview.packets === 0) throw usageFailure(`${path}: ${text}`)
      streams.note(`${path}: ${text}`)
    }
    const chosen = chosenOf(path, opened, options)
    if (chosen === null) streams.print(captureList(opened.overview, options.lang))
    else {
      const trace = await patiently('Reading', () => readConnections(file.pieces(), chosen))
      await patiently('Writing', () => present(trace, options, streams))
    }
  })
}

/** The connections to show: those that were named, or the only one; null where the list is to be shown first. */
function chosenOf(path: string, { chosen }: Opened, { connection }: OpenOptions): Opened['chosen'] | null {
  if (connection === undefined) return chosen.length === 1 ? chosen : null
  return connection.map((number) => {
    const one = chosen[number - 1]
    if (one !== undefined) return one
    const range = chosen.length === 0 ? 'none' : `1 to ${chosen.length}`
    throw usageFailure(`${path} has no connection ${number}: there are ${range}.`)
  })
}

function connectionNumbers(text: string): number[] {
  if (!/^\d+(,\d+)*$/.test(text)) throw new InvalidArgumentError('Give numbers of the list, with commas between them.')
  return [...new Set(text.split(',').map(Number))]
}
