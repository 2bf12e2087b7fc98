import { tableRows } from '../diagram'
import { say, writeNumber } from '../text'
import { cell, element } from './html'
import { foldText, type Folded } from './fold'
import type { HandoutOptions } from './options'

const HEADS = ['n', 'time', 'from', 'flags', 'seq', 'ack', 'len', 'window', 'provenance'] as const
const FOLDED = `colspan="${HEADS.length}" class="folded"`
const NUMBERS: ReadonlySet<string> = new Set(['n', 'time', 'seq', 'ack', 'len', 'window'])

/** Every segment in a row; the head stands on each page that the table reaches. */
export function segmentTable({ connection, folds }: Folded, { language, seq }: HandoutOptions): string {
  const head = HEADS.map((name) =>
    cell('th', say(`handout.${name}`, language), `scope="col"${NUMBERS.has(name) ? ' class="number"' : ''}`),
  )
  const numeral = (value: number | null): string =>
    cell('td', value === null ? null : writeNumber(value, language), 'class="number"')
  const rows = tableRows(connection, seq).map((row) => {
    const codes = [`diagram.provenance.${row.provenance}` as const, ...row.tags]
    const source = codes.map((code) => say(code, language))
    const cells = [
      numeral(row.n),
      cell('td', writeNumber(row.t, language, 'fine'), 'class="number"'),
      cell('td', say(`diagram.side.${row.from}`, language), `class="${row.from}"`),
      cell('td', row.flagText),
      numeral(row.seq),
      numeral(row.ack),
      numeral(row.len),
      numeral(row.window),
      cell('td', source.join(say('diagram.list.separator', language))),
    ]
    const fold = folds.get(row.n)
    const said = fold === undefined ? '' : element('tr', cell('td', foldText(fold, language), FOLDED))
    return said + element('tr', cells.join(''))
  })
  return element('table', element('thead', element('tr', head.join(''))) + element('tbody', rows.join('\n')))
}
