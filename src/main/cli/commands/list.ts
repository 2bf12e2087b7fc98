import { Option, type Command } from 'commander'
import { LANGUAGES, say, type Language } from '@shared/text'
import { setColumns } from '../columns'
import type { Streams } from '../streams'

export function addList(program: Command, streams: Streams): void {
  program
    .command('list')
    .description('show the scenarios of the catalogue')
    .option('--json', 'for machines: id, kind, group, title, explanation and what to look for, in both languages')
    .addOption(new Option('--lang <language>', 'language of the titles').choices(LANGUAGES).default('en'))
    .action(async ({ json = false, lang }: { json?: boolean; lang: Language }) => {
      const { CATALOGUE } = await import('@shared/scenario/catalogue')
      if (json) {
        const entries = CATALOGUE.map(({ kind, group, scenario: { id, title, explanation, lookFor } }) => ({
          id,
          kind,
          group,
          title,
          explanation,
          lookFor,
        }))
        await streams.out(`${JSON.stringify(entries, null, 2)}\n`)
        return
      }
      const rows = CATALOGUE.map(({ scenario }) => [scenario.id, scenario.title?.[lang] ?? ''])
      const lines = setColumns(rows, 'll')
      for (const kind of ['live', 'what-if'] as const) {
        const own = lines.filter((_, index) => CATALOGUE[index]?.kind === kind)
        if (own.length > 0)
          streams.print(`${say(`cli.list.${kind}`, lang)}\n${own.map((line) => `  ${line}\n`).join('')}`)
      }
    })
}
