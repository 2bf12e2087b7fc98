import { Option, type Command } from 'commander'
import { LANGUAGES, type Language } from '@shared/text'
import type { Targets } from './targets'

/** The options that `run`, `simulate` and `render` share, as commander hands them over. */
export interface OutputOptions extends Targets {
  readonly lang: Language
  readonly theme: 'light' | 'dark'
  readonly seq: 'relative' | 'absolute'
  readonly scale: '1' | '2' | '4'
}

export function addOutputOptions(command: Command): Command {
  return command
    .option('--svg <file>', 'write the diagram as SVG; - is standard output')
    .option('--png <file>', 'write the diagram as PNG')
    .option('--handout <file>', 'write one HTML page to print: diagram, table and explanations')
    .option('--json <file>', 'write the whole trace (docs/formats.md)')
    .option('--pcapng <file>', 'write the segments as a capture file for Wireshark')
    .option('--mermaid <file>', 'write the segments as a Mermaid sequence diagram')
    .option('--markdown <file>', 'write the segments as a Markdown table')
    .option('--csv <file>', 'write the segments as comma-separated values')
    .addOption(new Option('--lang <language>', 'language of titles and explanations').choices(LANGUAGES).default('en'))
    .addOption(
      new Option('--theme <theme>', 'colours of the diagram; on a projector, the light ones')
        .choices(['light', 'dark'])
        .default('light'),
    )
    .addOption(
      new Option('--seq <numbers>', 'sequence numbers from 0, or as the header carries them')
        .choices(['relative', 'absolute'])
        .default('relative'),
    )
    .addOption(
      new Option('--scale <factor>', 'pixels of the PNG for each unit of the diagram')
        .choices(['1', '2', '4'])
        .default('1'),
    )
}
